// What a file is, by its content.

import Testing

@testable import Briefing

@Suite struct SourceKindTests {
  @Test(
    arguments: [
      ("<?xml version='1.0'?><rss>", "a", .feed), ("<feed xmlns='x'>", "a.txt", .feed), ("  <rdf:RDF>", "a", .feed),
      ("{\"version\": \"https://jsonfeed.org/version/1\"", "a.json", .feed), ("<!DOCTYPE html><html>", "a.txt", .page),
      ("<?xml version='1.0'?><html>", "a", .page), ("Received: x\nMessage-ID: <a>\nFrom: b\n\nx", "a", .mail),
      ("From: a\nMIME-Version: 1.0\nContent-Type: text/plain\n\nx", "1234.host:2,S", .mail), ("x", "a.eml", .mail),
      ("From a@b Thu Oct 5 2023\nSubject: x\n\n", "a", .mailbox),
      ("From here the ferry sailed.\nIt stopped: nobody knows why.", "a.txt", .text),
      ("{\"id\": 1, \"title\": \"x\", \"body\": \"y\"}\n", "dump", .lines), ("x", "a.jsonl", .lines),
      ("Title: Ferry stops\nDate: 2023-10-05\n\nText.", "a.txt", .text), ("Source: officials said.", "a", .text),
      ("\u{89}PNG\r\n\u{1A}\n\u{0}\u{0}\u{0}", "a.txt", .binary), ("", "a.txt", .text),
      ("<?xml version='1.0'?>\n<opml version='2.0'><head/>", "feeds.xml", .list),
    ] as [(String, String, SourceKind)])
  func kinds(_ text: String, _ name: String, _ kind: SourceKind) { #expect(SourceKind(of: Array(text.utf8), name: name) == kind) }
}

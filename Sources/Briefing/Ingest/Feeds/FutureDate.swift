// A feed's date that lies ahead of the day it was fetched on: a clock gone wrong, or the day of an event. Taken for the day of
// publication it would stand at the head of the list for years.

extension Article {
  /// A publisher's clock may be some zones and a weekend's embargo ahead.
  private static let daysAhead = 3

  /// The article without a publication date that lies days ahead of an instant (seconds since 1970), with a note that says so.
  public func withoutFutureDate(at second: Int) -> Article {
    let today = second / 86_400
    guard let published, published.stamp.date.dayNumber > today + Article.daysAhead else { return self }
    var article = self
    article.published = nil
    article.issues.append(
      "The feed dates it \(published.stamp.date.iso), days after it was fetched: this is no date of publication, and none was taken."
    )
    return article
  }
}

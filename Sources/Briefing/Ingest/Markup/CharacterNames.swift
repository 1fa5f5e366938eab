// The named characters of HTML 4 and those of HTML 5 that feeds and mails use, and numeric references as browsers read them.

enum CharacterNames {
  /// The scalar of a name, without "&" and ";".
  static func scalar(_ name: some Collection<UInt8>) -> UInt32? {
    guard name.count <= 12 else { return nil }
    return table[String(decoding: name, as: UTF8.self)]
  }

  /// Browsers read 0x80...0x9F as Windows-1252 (HTML, 13.2.5.80); what is no character becomes U+FFFD.
  static func scalar(number: UInt32) -> UInt32 {
    switch number {
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    case 0x80...0x9F: windows1252[Int(number - 0x80)]
    default: number
    }
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static let table: [String: UInt32] = {
    var table: [String: UInt32] = [:]
    // Latin-1, in order from U+00A0.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
      middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
      Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
      THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
      ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
      """
    for (i, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() { table[String(name)] = 0xA0 + UInt32(i) }
    // Greek, in order from U+0391; "-" is a place without a letter.
    let greek = """
      Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega
      - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon
      phi chi psi omega - - - - - - - thetasym upsih - - - piv
      """
    for (i, name) in greek.split(whereSeparator: \.isWhitespace).enumerated() where name != "-" {
      table[String(name)] = 0x391 + UInt32(i)
    }
    for pair in others.split(whereSeparator: \.isWhitespace) {
      guard let joint = pair.firstIndex(of: "=") else { continue }
      table[String(pair[..<joint])] = UInt32(pair[pair.index(after: joint)...], radix: 16)
    }
    return table
  }()

  private static let others = """
    quot=22 QUOT=22 amp=26 AMP=26 lt=3C LT=3C gt=3E GT=3E apos=27 COPY=A9 REG=AE
    OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2C6 tilde=2DC
    ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 horbar=2015 lsquo=2018 rsquo=2019
    sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033
    lsaquo=2039 rsaquo=203A oline=203E frasl=2044 euro=20AC image=2111 weierp=2118 real=211C trade=2122 TRADE=2122 alefsym=2135
    larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 crarr=21B5 lArr=21D0 uArr=21D1 rArr=21D2 dArr=21D3 hArr=21D4
    forall=2200 part=2202 exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220B prod=220F sum=2211 minus=2212 lowast=2217
    radic=221A prop=221D infin=221E ang=2220 and=2227 or=2228 cap=2229 cup=222A int=222B there4=2234 sim=223C cong=2245 asymp=2248
    ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295 otimes=2297 perp=22A5 sdot=22C5
    lceil=2308 rceil=2309 lfloor=230A rfloor=230B lang=2329 rang=232A loz=25CA spades=2660 clubs=2663 hearts=2665 diams=2666
    Amacr=100 amacr=101 Abreve=102 abreve=103 Aogon=104 aogon=105 Cacute=106 cacute=107 Ccaron=10C ccaron=10D Dcaron=10E dcaron=10F
    Dstrok=110 dstrok=111 Emacr=112 emacr=113 Eogon=118 eogon=119 Ecaron=11A ecaron=11B Gbreve=11E gbreve=11F Imacr=12A imacr=12B
    Idot=130 imath=131 inodot=131 Lstrok=141 lstrok=142 Nacute=143 nacute=144 Ncaron=147 ncaron=148 Odblac=150 odblac=151 Rcaron=158
    rcaron=159 Sacute=15A sacute=15B Scedil=15E scedil=15F Tcaron=164 tcaron=165 Umacr=16A umacr=16B Uring=16E uring=16F Udblac=170
    udblac=171 Zacute=179 zacute=17A Zdot=17B zdot=17C Zcaron=17D zcaron=17E
    Tab=9 NewLine=A excl=21 num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2A plus=2B comma=2C period=2E sol=2F colon=3A semi=3B
    equals=3D quest=3F commat=40 lsqb=5B lbrack=5B bsol=5C rsqb=5D rbrack=5D Hat=5E lowbar=5F grave=60 lcub=7B lbrace=7B verbar=7C
    vert=7C rcub=7D rbrace=7D numsp=2007 puncsp=2008 hairsp=200A dash=2010 hyphen=2010 rsquor=2019 ldquor=201E rdquor=201D
    bullet=2022 nldr=2025 mldr=2026 caret=2041 check=2713 checkmark=2713 cross=2717 star=2606 starf=2605 phone=260E female=2640
    male=2642 sung=266A flat=266D natural=266E sharp=266F numero=2116 copysr=2117 ohm=3A9 half=BD frac13=2153 frac23=2154
    frac15=2155 frac18=215B frac38=215C frac58=215D frac78=215E square=25A1 squ=25A1 blank=2423 caron=2C7 breve=2D8 dot=2D9 ring=2DA
    ogon=2DB
    """
}

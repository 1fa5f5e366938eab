// The names of characters in HTML: those of HTML 4 (its three lists) and the few later ones that are met.

enum HTMLEntities {
  /// The character of a name, by the FNV-1a hash of its bytes.
  static let named: [UInt64: Unicode.Scalar] = {
    var named: [UInt64: Unicode.Scalar] = [:]
    func add(_ name: Substring, _ value: UInt32) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      named[hash] = Unicode.Scalar(value)
    }
    for (i, name) in latin1.split(separator: " ").enumerated() { add(name, 0xA0 + UInt32(i)) }
    for (i, name) in greek.split(separator: " ").enumerated() where name != "-" { add(name, 0x391 + UInt32(i)) }
    for pair in others.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = pair.split(separator: "=")
      if let value = UInt32(parts[1], radix: 16) { add(parts[0], value) }
    }
    return named
  }()

  /// U+00A0 to U+00FF, in order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot \
    cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
    Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute \
    ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  /// From U+0391 on, in order; a dash where the alphabet has a gap.
  private static let greek = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega \
    - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon \
    phi chi psi omega
    """

  private static let others = """
    quot=22 amp=26 lt=3C gt=3E apos=27 QUOT=22 AMP=26 LT=3C GT=3E COPY=A9 REG=AE OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178
    fnof=192 circ=2C6 tilde=2DC ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 horbar=2015
    lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030
    prime=2032 Prime=2033 lsaquo=2039 rsaquo=203A oline=203E frasl=2044 euro=20AC image=2111 weierp=2118 real=211C trade=2122
    TRADE=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 crarr=21B5 lArr=21D0 uArr=21D1 rArr=21D2 dArr=21D3
    hArr=21D4 forall=2200 part=2202 exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220B prod=220F sum=2211 minus=2212
    lowast=2217 radic=221A prop=221D infin=221E ang=2220 and=2227 or=2228 cap=2229 cup=222A int=222B there4=2234 sim=223C cong=2245
    asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295 otimes=2297 perp=22A5
    sdot=22C5 lceil=2308 rceil=2309 lfloor=230A rfloor=230B lang=27E8 rang=27E9 loz=25CA spades=2660 clubs=2663 hearts=2665 diams=2666
    thetasym=3D1 upsih=3D2 piv=3D6 colon=3A comma=2C period=2E semi=3B excl=21 quest=3F num=23 dollar=24 percnt=25 ast=2A plus=2B
    sol=2F bsol=5C lpar=28 rpar=29 lsqb=5B rsqb=5D lbrack=5B rbrack=5D lcub=7B rcub=7D lbrace=7B rbrace=7D verbar=7C vert=7C lowbar=5F
    grave=60 commat=40 equals=3D Tab=9 NewLine=A nbsp=A0 hyphen=2010 dash=2010 check=2713 star=2606 starf=2605 phone=260E Zcaron=17D
    zcaron=17E Ccaron=10C ccaron=10D Cacute=106 cacute=107 Nacute=143 nacute=144 Sacute=15A sacute=15B Zacute=179 zacute=17A Zdot=17B
    zdot=17C Aogon=104 aogon=105 Eogon=118 eogon=119 Lstrok=141 lstrok=142 Dstrok=110 dstrok=111 Ecaron=11A ecaron=11B Rcaron=158
    rcaron=159 Ncaron=147 ncaron=148 Tcaron=164 tcaron=165 Dcaron=10E dcaron=10F Uring=16E uring=16F Abreve=102 abreve=103 Gbreve=11E
    gbreve=11F Idot=130 inodot=131 imath=131 Scedil=15E scedil=15F Tcedil=162 tcedil=163 Odblac=150 odblac=151 Udblac=170 udblac=171
    Amacr=100 amacr=101 Emacr=112 emacr=113 Imacr=12A imacr=12B Omacr=14C omacr=14D Umacr=16A umacr=16B
    Hat=5E numsp=2007 puncsp=2008 hairsp=200A rsquor=2019 ldquor=201E rdquor=201D bullet=2022 nldr=2025 mldr=2026 caret=2041
    checkmark=2713 cross=2717 female=2640 male=2642 sung=266A flat=266D natural=266E sharp=266F numero=2116 copysr=2117
    ohm=3A9 half=BD frac13=2153 frac23=2154 frac15=2155 frac18=215B frac38=215C frac58=215D frac78=215E square=25A1 squ=25A1
    blank=2423 caron=2C7 breve=2D8 dot=2D9 ring=2DA ogon=2DB
    """
}

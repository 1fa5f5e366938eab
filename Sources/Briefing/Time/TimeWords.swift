// The words of time, as data: each line a class and its words with what they stand for ("word=number" or "word=CODE").

enum TimeWords {
  /// Class, words. Numbers after "=" become `number`, anything else `code`; a word may stand in several lines.
  static let lines: [(TimeClass, String)] = [
    (
      .month,
      """
      january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12 \
      jan.=1 feb.=2 mar.=3 apr.=4 jun.=6 jul.=7 aug.=8 sep.=9 sept.=9 oct.=10 nov.=11 dec.=12 \
      jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
      """
    ),
    (
      .weekday,
      """
      monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mon.=1 tue.=2 tues.=2 wed.=3 thu.=4 thur.=4 \
      thurs.=4 fri.=5 sat.=6 sun.=7 mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5
      """
    ),
    (
      .weekdays, "mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7"
    ),
    (
      .small,
      """
      one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 \
      fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
      """
    ),
    (.tens, "twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"),
    (.power, "hundred=100 thousand=1000"),
    (.vague, "several few many some numerous countless"),
    (
      .ordinal,
      """
      first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 \
      thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 \
      thirtieth=30 final=-1 last=-1
      """
    ),
    (.season, "spring=SP summer=SU autumn=FA fall=FA winter=WI springtime=SP summertime=SU wintertime=WI"),
    (
      .part,
      "morning=MO afternoon=AF evening=EV night=NI dawn=MO dusk=EV daybreak=MO nightfall=NI sunrise=MO sunset=EV daytime=DT"
    ),
    (.parts, "mornings=MO afternoons=AF evenings=EV nights=NI"),
    (.decadeWord, "twenties=2 thirties=3 forties=4 fifties=5 sixties=6 seventies=7 eighties=8 nineties=9"),
    (.deictic, "last=-1 past=-1 this=0 current=0 next=1 coming=1 upcoming=1"),
    (
      .anaphor,
      "previous=-1 prior=-1 preceding=-1 same=0 that=0 following=1 subsequent=1 ensuing=1 succeeding=1"
    ),
    (.edge, "early=START mid=MID late=END earlier=START later=END"),
    (
      .approx,
      """
      about=APPROX around=APPROX approximately=APPROX roughly=APPROX some=APPROX circa=APPROX ca.=APPROX nearly=LESS_THAN \
      almost=LESS_THAN over=MORE_THAN
      """
    ),
    (.zone, "gmt utc est edt cst cdt mst mdt pst pdt et bst cet cest eet eest msk ist jst hkt aest z"),
    (.each, "every each"),
    (.halfDay, "a.m.=0 p.m.=43200 am=0 pm=43200 a.m=0 p.m=43200"),
    (
      .adverb,
      """
      daily=P1D weekly=P1W monthly=P1M yearly=P1Y annually=P1Y hourly=PT1H nightly=P1D everyday=P1D \
      biweekly=P2W fortnightly=P2W biannually=P6M
      """
    ),
    (
      .stretch,
      """
      beginning=START start=START outset=START onset=START middle=MID midpoint=MID end=END close=END
      """
    ),
    (.era, "bc=-1 b.c.=-1 b.c=-1 bce=-1 b.c.e.=-1 ad=1 a.d.=1 ce=1"),
    (.rangeMark, "- – — to through until till thru"),
  ]

  static let units: [(TimeUnit, String)] = [
    (.second, "second seconds sec. secs"), (.minute, "minute minutes min. mins"), (.hour, "hour hours hr. hrs"),
    (.day, "day days"), (.weekend, "weekend weekends"), (.week, "week weeks"), (.fortnight, "fortnight fortnights"),
    (.month, "month months"), (.quarter, "quarter quarters"), (.year, "year years yr. yrs"),
    (.decade, "decade decades"), (.century, "century centuries"), (.millennium, "millennium millennia"),
  ]
}

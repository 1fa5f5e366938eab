// More sentences in the manner of news agencies, written for this project: tables of results, scoreboards, market reports,
// weather, datelines, features. Slots as in `wireSentences`; H is a stadium, a bridge or another thing built.

let wireReports = """
  {D} first division results on Friday:
  {K1} 2 {K2} 0
  {K3} 1 {K4} 1
  Played on Saturday:
  {K5} 3 {K6} 2
  {K8} 0 {K7} 0
  Standings (played, won, drawn, lost, goals for, against, points):
  {K1} 4 3 1 0 9 2 10
  {K3} 4 2 2 0 7 3 8
  {K6} 4 0 1 3 2 9 1

  {K1} AT {K2}
  {K3} AT {K4}
  {K5} AT {K6}

  {K1} 5 {K2} 2
  {K3} 1 {K4} 0
  {K5} 11 {K6} 4
  {K7} 98 {K8} 91

  {K1} 4 2 .667 -
  {K2} 3 3 .500 1
  {K3} 1 5 .167 3

  SOCCER - {K1} BEAT {K2} TO GO TOP
  TENNIS - {S1} BEATS {S2} TO REACH {T1} FINAL
  CRICKET - {C1} V {C2} FIRST TEST SCOREBOARD
  BASEBALL - {K3} EDGE {K4}, {K5} LOSE AGAIN
  GOLF - {S3} LEADS BY TWO IN {T2}
  RUGBY - {C3} NAME SIDE TO FACE {C4}
  BASKETBALL - RESULTS OF {D} LEAGUE MATCHES
  CYCLING - {P4} WINS STAGE, {P5} STILL LEADS
  ATHLETICS - {C1}'S {P6} SETS RECORD IN {T3}
  ICE HOCKEY - {K6} ROUT {K7}

  {C1}'S {S1} SEES NO RATE CUT
  {F1} TO BUY {F2} FOR $2 BLN
  {F3} SHARES FALL ON WEAK SALES
  {P1} NAMED {O1} CHIEF
  {D} TROOPS ENTER {T1}
  {O2} URGES {C2} TO FREE {P2}
  {M1} LEADER KILLED IN {T2} STRIKE
  {S3} WINS IN {R1} AS {S4} CONCEDES
  {C3}, {C4} SIGN GAS DEAL
  BLAST IN {T3} KILLS NINE
  PRESS DIGEST - {C1} - MAY 4
  {D} STOCKS END HIGHER, {F4} GAINS

  {C1} 's {S1} meets {C2} 's {S2} .
  {D} President {S1} , who is in {T1} , said : " {C1} is ready . "
  {F1} 's shares fell , and so did {F2} 's .
  {K1} , {K2} and {K3} all lost .
  {P3} ( {C3} ) beat 4 - {P4} ( {C4} ) 6-3 6-4

  {K1} beat {K2} 2-0 at {H1}, with {P1} scoring late.
  {K3} rally past {K4} to reach the final.
  {K5} leaders {K6} lost at {K7}.
  {S1}, on loan from {K1}, scored for {K8} against {K2}.
  {K3} are three points clear of {K4}, and {K5} five.

  Summary of {D} premier division match:
  {K1} 2 ({S1} 13, {S2} 70) {K2} 1 ({S3} 88). Halftime 1-0. Attendance 12,450
  {C1} 1 ({P1} 44th minute) {C2} 0. Attendance 8,000.

  Leading scorers:
  11 - {P1} ({K1})
  9 - {P2} ({K2}), {P3} ({K3})
  8 - {P4} ({C1})

  Men's 100 metres
  1. {P1} ({C1}) 9.94 seconds
  2. {P2} ({C2}) 10.01
  3. {P3} ({C3}) 10.06
  Women's 400 metres hurdles: 1. {P4} ({C1}) 53.20 2. {P5} ({C4}) 53.99

  Leading results from the {X1} after the third round on Saturday ({D} unless stated):
  202 {P1} 66 67 69
  204 {P2} ({C1}) 70 68 66, {P3} 67 69 68
  206 {P4} ({C2}) 71 66 69

  Leading overall placings after the fourth stage:
  1. {P1} ({C1}) {F1} 16 hours 2 minutes 14 seconds
  2. {P2} ({C2}) {F2} at 12 seconds
  3. {P3} ({C3}) same time

  {C1} first innings
  {S1} c {S2} b {S3} 41
  {S4} lbw b {S5} 0
  {S6} run out 12
  {S7} not out 77
  Bowling: {S3} 21-5-60-3, {S5} 18-2-71-2, {S8} 10-0-33-0.
  Umpires: {P1} and {P2}.

  At {T1}: {K1} 290 and 181-4 ({P1} 88 not out). {K2} 310 ({S2} 104; {P3} 5-66).
  At {T2}: {K3} beat {K4} by 7 wickets.
  Match abandoned: {K5} v {K6} at {T3}.

  {K1} 5, {K2} 3
  {K3} 2, {K4} 1 (10 innings)
  {K5} at {K6}, postponed
  In {T1}, {P1} homered twice as the {K1} beat the {K2}.
  {P2} ({C1}) struck out nine, and the {K3} ended a losing run at {H1}.
  {S1} tripled in the third off {S4} of the {K4}.

  The {K1} have traded {P1} to the {K2} for {P2} and a pick.
  {S1} spent six seasons with the {K1} before the move to {T1}.
  {K2} general manager {P3} said {S1} would start on Sunday against {T2}.
  {T2} visits {T1} on Monday; {K3} play at {H1}.

  {C1} will play {C2} in a qualifier for the {X1} on Wednesday.
  {C1} squad: {P1} ({K1}), {P2} ({K2}), {P3} ({K3}), {P4} ({K1}).
  Goalkeepers - {P5} ({K4}), {P6} ({K5}); Defenders - {P7}, {P8}.
  {C2} coach {P9} left out {S9}'s old clubmate {P1}.

  {K1} have signed {D} international {P1} from {K2}.
  The 23-year-old joins {P2} and {P3} at {H1}.
  "{S1} is a great talent," {K1} chairman {P4} told {F1}.
  {K2}, {D} champions for five years, paid {K3} 4 million euros for {S1} in 2018.
  {D} side {K4} were also keen.

  {D} driver {P1} took pole for {F1} at the {X1}, ahead of {F2}'s {P2}.
  {F3}, with {P3} and {P4}, were two seconds off the pace.
  {S1} said the {F1} felt good. {S2} blamed the wind.

  World number one {P1} of {C1} pulled out of the {X1} on Tuesday.
  {P2}, the {D} third seed, beat {C2}'s {P3} 6-4 6-1 at {H1}.
  Sixth-seeded {P4} goes on to face {P5}, who put out {P6}.
  "I played the big points well," {S2} said.

  {F1} shares rose 4 percent to 31.20 after the {T1}-based firm raised its forecast.
  {F2} and {F3} fell by more than 2 percent each.
  Analysts at {F4} cut their target for {F1} to 28 from 35.
  {P1} of {F5} said that {F1} looked cheap.
  In {T2} the {X1} index closed 0.3 percent lower.

  {F1} Q2 net profit 112 million crowns vs 98 million
  {F1} CEO says sees no need for more capital
  {F2} to buy 20 pct of {F3} for $90 mln
  {F4} names {P1} as finance chief
  {C1} industrial output up 2.1 pct y/y in May
  {C2} c.bank sells $50 mln at auction

  {F1} said its board had named {P1} chief executive from June 1, succeeding {P2}.
  {S1} comes from {F2}, where he ran the {D} business.
  {F1}, {F2} and {F3} are the largest lenders in {C1}.
  {O1} has yet to approve the move.
  A {F1} spokeswoman declined to comment. {F2} did not respond to a request for comment.

  Borrower: {F1}. Lead managers: {F2}, {F3}, {F4}. Listing: {T1}.
  {O1} said it had awarded the contract to {F5}.
  Moody's and {F6} rate {C1} below investment grade.

  Wheat loadings at {T1} were 12,000 tonnes, and {C1} bought 30,000 tonnes of {D} corn.
  {C2} and {C3} were also buyers, traders in {T2} said.
  Crude for {C1} was flat; {D} crude gained 20 cents.
  Exports from {C4} through {T3} resumed, a shipping agent said.
  The tanker left {T3} for {T4} on Friday.

  {F1} (up 2.1 pct), {F2} (down 1.0) and {F3} led trading.
  Among gainers were {F4} and {F5}; {F6} slid.
  The {O1} meets on Thursday. {O1} chief {P1} speaks in {T1} at 0900.

  {U} 2020-07-14 - {P1}, a former {D} minister, has died. He was 88.
  {S1} led {M1} from 1979, and served under {P2}.
  He is survived by his wife, {G3}, and two daughters, {G4} and {G5}.
  Born in {T1}, {C1}, in 1932, {S1} read law at {O1}.

  {U}, {C1}, May 3 ({F1}) - Heavy rain brought floods to {R1} on Sunday.
  Some 300 people were moved out of {T1} and {T2}, said {P1} of the {O1}.
  The {R2} burst its banks near {T3}.
  {F1} saw boats in the streets of {T1}. Weather service {O2} said the storm would reach {C2} by Monday.

  {U} ({F1}) - {C1} on Monday freed {P1}, a {D} reporter for {F2}, after 40 days.
  {P2}, editor of {F2}, thanked {C2} and {C3} for their help.
  "{G1} is well," {P3}, her lawyer, said by telephone from {T2}.
  Press group {O1} says {C1} holds 17 journalists.

  Here are the leading stories in the {D} press on Friday. {F1} has not verified these stories.
  {F2}
  - {P1} to quit as head of {F3}.
  - {O1} to sell its stake in {F4}.
  {F5}
  - {C1} and {C2} near a deal on fish.

  {D} newspaper {F1} said that {P1} had met {P2} twice in {T1}.
  {F2}, the state television, showed pictures of {S1} shaking hands with {S2}.
  {F3} quoted {P3} as saying that {C1} was ready.
  An editorial in {F4} called on {S1} to step down.

  {U} - {D} President {L1} and {D} Chancellor {L2} will meet in {T1} on Tuesday.
  {L1} last visited {C1} in 2017.
  A {D} official said that {L2} would raise {C2}.
  {C1}, {C2} and {C3} signed the {X1} in {T2}.

  {C1}'s {O1} said on Wednesday that 35 more people had died of the disease, bringing the total to 411.
  {T1} and {T2} were the worst hit. {R1} has reported no case.
  {P1}, who heads the {O2}, said that {C1} had tested too few.
  The {A1} has sent experts to {T1}.
  Drugmaker {F1} said trials of its vaccine would begin in {C2}.

  {P1}, a Democrat from {R1}, and {P2}, a Republican from {R2}, wrote the bill.
  The {O1} passed it 51-48, with {S1} absent.
  {S2} said that the {O2} had asked for it. "This is for {R2}," he said.
  Rep. {P3} (D-{R3}) voted no, as did {P4} (R-{R4}).
  A poll by {O3} put {S1} ahead of {P5} in {R1}.

  In the {R1} race, {P1} leads {P2} by 4 points.
  {S1}'s campaign manager, {P3}, said it had raised $3 million in {T1} alone.
  {S2}, a native of {T2}, has the backing of {L3}.
  Both will be in {T3} on Sunday for a debate at {O1}.

  Police in {T1} said a man had been stabbed near {H1} late on Thursday.
  {P1}, 34, of {T2}, was charged with murder in {T1} on Friday.
  Det. Insp. {P2} asked for witnesses. The victim, {P3}, worked at {H2}.
  Neighbours said that {S1} and {S3} knew each other.

  A {D} cargo plane crashed on landing at {T1}, killing its crew of five, the {O1} said.
  The plane, which belonged to {F1}, was on its way from {T2} to {T3}.
  {F1} said it was in touch with {F2}, which built the aircraft.
  {P1}, head of {C1}'s {O2}, has gone to {T1}.

  {D} actor {P1} will play {P2} in a film about the {X1}, {F1} said.
  {P3} directs. {S1}, best known for "{X2}", lives in {T1} with {P4} and their son {G5}.
  {F2} has bought the rights. Shooting begins in {C1} in May.
  {S3}'s last film, {X3}, won the {X4}.

  {P1}'s new album, "{X1}", went to the top of the {D} charts.
  The singer, from {T1}, opens her tour at {H1} in {T2} on March 3.
  {G1}, as her fans call her, has sold 20 million records.
  {F1} signed {S1} in 2015. {P2} of {O1} plays drums.

  "We have nothing to hide," said {P1}, the {O1} spokesman.
  {P2}, who teaches history at {O2} in {T1}, is not so sure.
  "{C1} has always looked to {C2}," she said. "{T1} knows that."
  A report by {O3}, a think tank in {T2}, agrees with {S2}.
  To {P3}, it was one more sign that the {D} model has failed.

  {T1} is a town of 9,000 in the {R1}, two hours from {T2}.
  {P1} has run the bakery on {H1} since 1988.
  "My mother came here from {C1}," says {S1}, who is 61.
  {P2}, the mayor, wants {F1} to stay. {F1} wants to go to {C2}.
  At {O1}, on the edge of {T1}, {P3} keeps bees.

  {R1} farmers say that {F1} owes them money. {R2} and {R3} have had no rain since April.
  North of {T1}, along the {R4}, the fields are brown.
  {P1} grows rice near {T2}. His cousin {P2} left for {T3}.
  {O1} warned that {C1} might have to import maize from {C2}.

  Scientists at {O1} and the {O2} have found a new frog in {R1}.
  {P1}, a biologist at {O3}, named it after {P2}.
  The work, in the journal {F1}, took {S1} and {P3} nine years.
  Similar frogs live in {C1}, {C2} and on {R2}.

  The pope told pilgrims in {H1} that he prayed for {C1} and {C2}.
  Cardinal {P1} of {T1} and {P2}, the archbishop of {T2}, were with him.
  {S1} is to visit {T3} next year.

  King {G1} and Queen {G2} of {C1} arrived in {T1} on Tuesday.
  They were met at the airport by President {P3} and his wife {G3}.
  The king is to speak at {O1} and to lay a wreath at {H1}.

  {A1}: {C1} must act on debt
  {C1} and {C2} agree on border
  {P1} wins {X1}
  {F1} to close {T1} plant
  {K1} sack {S2} after {K2} defeat
  {S3} quits as {O1} chief
  {D} troops near {T2} - {F2}
  {M1} claims attack in {T3}
  UPDATE 1-{F3} cuts jobs in {C3}
  Factbox: Who is {P4}, {C1}'s new leader?

  Eds: corrects spelling of {S1}. {F1} had written {S2}.
  (Additional reporting by {P1} and {P2} in {T1}, {P3} in {T2}; Editing by {P4})
  -- {P5}, {T3} newsroom
  {P6} | {F1} | {T4}
  By {P7}
  {T1}, {C1}

  "Thank you, {G1}," said {S2}. "And good night, {T1}."
  Dear {P3}, your letter to {O1} has reached us.
  Good morning, {C1}! {P1} here for {F1}.
  Yes, {G1}. {S2} is right: {T2} was a mess.
  {P2}: What did {S1} say?
  {P1}: That {C1} was next.

  {S1} v {S2}: the {O1} rules on Monday.
  {S1} says {S2} lied. {S2} says {S1} did.
  {T1}'s mayor, {P3}, sides with {S2}.
  {C1}'s case against {C2} is before the {O2}.

  Neither {C1} nor {C2} has signed. {C3}, {C4} and {C5} have.
  {D} and {D} envoys met in {T1}; {D} ones stayed away.
  Pro-{D} parties in {C1} won 40 seats, and anti-{C2} ones 12.
  The {C1}-{C2} border and the {T1}-{T2} road are shut.
  {C1}-backed {M1} took {T3}; {M2}-held {T4} was calm.

  {D} minister {P1} said so. {D} ambassador to {C1} {P2} did not.
  Former {O2} chief {P3}, ex-{F1} boss {P4} and one-time {K1} captain {P5} were there.
  {C2} Foreign Minister {P6}, {T1} Governor {P7} and {F2} founder {P8} spoke.
  Sir {P9} and Dame {P5} were honoured.
  """

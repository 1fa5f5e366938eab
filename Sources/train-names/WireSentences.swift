// Sentences in the manner of news agencies, written for this project, with slots for names. A slot is a letter and, where the
// same name comes again in the text, a digit: P person in full, S a person's surname, G a given name, C country, D demonym,
// T town, R region, O organisation in full, A its letters, F company, K team, M armed group or party, X event or work,
// U a town in capitals, L a known person. A blank line ends a text.

let wireSentences = """
  {U} ({F}) - {C1} will send a delegation to {T1} next week for talks with {C2}, its foreign ministry said on Monday.
  {D} Foreign Minister {P1} told reporters that the two sides had agreed on most points.
  "We are close," {S1} said after meeting his {D} counterpart {P2} in {T1}.
  {S2} said {C2} still had doubts about the timetable.
  Diplomats in {T1} said that {C3} had offered to mediate.

  {U} - At least 12 people were killed when a bus plunged into a river near {T1} in northern {C1}, police said.
  The dead included four {D} tourists, said {P1}, a spokesman for the {O1}.
  {S1} said rescuers from {T2} were on their way.
  {R1} governor {P2} declared three days of mourning.

  Shares in {F1} fell 4 percent after the {D} company cut its forecast for the year.
  {F1} chief executive {P1} blamed weak demand in {C1} and {C2}.
  Analysts at {F2} said the market had expected worse.
  "{F1} is still growing," said {P2}, who covers the sector at {F3} in {T1}.
  {F4} and {F5} also lost ground, while {F6} rose.
  The {O1} ({A1}) said that it would look into the matter.
  {A1} officials declined to comment.

  {K1} beat {K2} 2-1 on Saturday to go top of the table.
  {S1} scored twice for {K1} before {P2} pulled one back for the visitors.
  {K1} coach {P3} praised his side, which travels to {T1} to meet {K3} on Wednesday.
  {K2}, who have lost five in a row, host {K4} next week.
  "{K2} played well," {S3} said.
  {K4} striker {P4} is out with a knee injury.

  Results from the {X1} on Tuesday:
  {P1} ({C1}) beat {P2} ({C2}) 6-4 6-3
  {P3} ({C3}) beat {P4} ({C1}) 7-6 2-6 6-1
  1-{P5} ({C2}) beat {P6} ({C4}) 6-2 6-2
  Second seed {P7} of {C5} faces {D} qualifier {P8} in the next round.
  {S7} needed three sets to get past {S4} in {T1}.

  {K1} 101 {K2} 96
  {K3} 3 {K4} 0
  {K5} at {K6}
  {K7} 2 {K8} 2
  {K1} forward {P1} had 31 points and {P2} added 20 as {K1} won in {T1}.

  {P1} won the {X1} in {T1} on Sunday, finishing four seconds ahead of {D} rider {P2}.
  {D} {P3} was third, with {F1}'s {P4} fourth.
  {S1}, driving for {F2}, led from the start.
  The next race is at {T2} on July 7.

  {C1} were 212 for five at the close on the first day of the second test against {C2} in {T1}.
  {S1} made 83 before he was caught by {S2} off {S3}.
  {C2} captain {P1} won the toss and put {C1} in to bat.
  {P2} c {S1} b {S3} 14
  {S4} not out 21

  {M1} fighters attacked an army post outside {T1} overnight, killing three soldiers, the {O1} said.
  {M1} said in a statement that it had taken two prisoners.
  The {M2} ({A1}), which controls much of {R1}, denied any part in the attack.
  An {A1} commander, {P1}, said that the {D} army had shelled {T2} and {T3}.
  Residents of {T2} fled towards the border with {C1}.

  President {P1} named {P2}, a former governor of {R1}, to lead the {O1}.
  {S2} replaces {P3}, who resigned in March after a dispute with {S1}.
  The {O2} must approve the nomination.
  {P4} of the opposition {M1} called it a disgrace.
  "{S2} has never run anything," said {S4}, whose party holds 40 seats.

  A court in {T1} sentenced {P1}, 43, to six years in prison for fraud.
  Judge {P2} said that {S1} had lied to investors in {F1}.
  His lawyer, {P3}, said he would appeal to the {O1}.
  Prosecutors in {C1} and {C2} are looking into {F1}, which is based in {T2}.

  {O1} President {P1} said on Thursday that rates would stay where they are.
  {P2}, an economist at {O2} in {T1}, expects a cut in June.
  The {O1} has kept rates at 3 percent since {S1} took office.
  {C1}, {C2} and {C3} have all cut rates this year.

  {T1}, Oct 5 ({F1}) - Police arrested {P1} at the airport in {T1} on Friday.
  {P2}, {S1}'s wife, said that {D} officers had searched their home in {T2}, {R1}.
  {O1}, a rights group in {T3}, called for his release.
  {O1} director {P3} said {C1} had jailed ten journalists since May.

  (Reporting by {P1} in {T1} and {P2} in {T2}; Writing by {P3}; Editing by {P4})

  {P1} and {P2} reported from {T1}. {P3} in {C1} contributed.

  {D} prime minister {P1} flew to {T1} on Wednesday to meet {P2}.
  {S1} and {S2} were to discuss gas, grain and the war in {C1}.
  {C2}'s {P3} is to join them on Friday.
  {T2} and {T1} have been at odds over the border for years.
  {C1} accused {C2} of breaking the truce, and {C2} accused {C1}.

  The {A1} and the {A2} both warned against travel to {R1}.
  {A1} chief {P1} said that cases in {C1} had doubled.
  {P2}, a doctor at {O1}, said beds had run out in {T1}.
  {C2} shut its border with {C1} on Tuesday.

  {F1} said on Monday it would buy {F2} for $2.1 billion.
  {F2}, which makes engines in {T1}, employs 900 people in {C1}.
  {F3} had also been interested, according to two people familiar with the talks.
  {P1}, chairman of {F1}, said that {F2} would keep its name.
  {F4} advised {F1}; {F5} advised {F2}.

  Thousands marched in {T1} on Saturday against a plan by the {M1} to change the constitution.
  "{S1} must go," read one banner outside the {O1}.
  {P1}'s {M1} has ruled {C1} since 1999.
  Similar protests took place in {T2}, {T3} and {T4}.
  {O2} said that 200 people had been detained.

  A magnitude 6.1 earthquake struck off {R1} early on Sunday, the {O1} ({A1}) said.
  It was felt as far away as {T1}, {C1}.
  {A1} said there was no danger of a tsunami for {C2} or {C3}.
  {P1}, who runs a shop in {T2}, said that shelves had fallen.

  {P1}, the author of "{X1}", has died in {T1} at the age of 81.
  Born in {T2}, {C1}, {S1} taught at {O1} before moving to {C2}.
  {S1} won the {X2} in 1987.
  The {F1} critic {P2} once called {G1} the best of his kind.

  {D} and {D} troops began exercises near {T1} on Monday, {F1} reported, citing the {O1}.
  The {D} navy sent two ships to the {R1}.
  Gen. {P1} said that {M1} had not been told.
  {S1} commands the {O2}.

  {C1}-based {F1} said that {P1} would step down in May.
  {C1} striker {P2} joined {K1} from {K2} on a two-year deal.
  {K1} manager {S1} said that {S2} would play against {K3}.
  {T1}-born {P3} won gold for {C2}.

  Gold fell on Friday as the dollar rose against the yen, dealers in {T1} said.
  {F1} closed at 41.20, up 3 percent, while {F2} lost 2 percent.
  The {X1} was flat.
  {S1}, a trader at {F3}, said {C1} was selling.

  {G1} {S1}, of {T1}, said that her son {G2} was on board.
  {G2} was a student at {O1}.
  "I spoke to {G2} on Sunday," {S1} said.
  {P3}, the {O2} spokeswoman, gave no details.

  Senator {P1} of {R1} said that the bill would pass.
  Rep. {P2}, a member of the {O1}, disagreed with {S1}.
  The {O2} votes on Thursday; the {M1} have a majority of two.
  {S2} and {P3}, both from {R2}, are expected to vote no.

  {M1} leader {P1} accused {M2} of buying votes in {R1}.
  {M2} won 38 percent and {M1} 31 percent, with the {M3} third, {O1} said.
  {S1} may now talk to the {M3} about a coalition.
  {P2} of {M2} ruled out working with {S1}.

  {L1} met {P2} in {T1} on Sunday, {F1} said.
  {L1} has said that {C1} will not yield.
  {L2} and {L3} spoke by telephone about {C1}.

  {C1} 3 {C2} 1
  {C1} beat {C2} 3-1 in a friendly in {T1} with goals by {S1}, {S2} and {S3}.
  Scorers: {C1} - {P1} 12, {P2} 44; {C2} - {P3} 70
  Attendance in {T1}: 31,000
  {D} coach {P4} said that {S3} had been ill.

  {O1} said on Friday that it would open a branch in {T1}.
  {O2} and {O3} signed an accord in {T2}.
  Researchers at {O2} found that the {R1} was warming fast.
  {P1}, who led the study with {P2} of {O3}, said that more data was needed.
  The {X1} was signed in {T3} in 1995.

  In {T1}, {P1} told {F1} that {S2} had called him.
  From {T2}, {S1} went on to {C1} and {C2}.
  To {S1}, the {X1} was a mistake.
  With {P3} gone, {K1} lost in {T3}.
  For {F2}, {C3} is the largest market after {C4}.

  {S1} smiled. {S2} did not.
  Neither {S1} nor {S2} would speak about {F1}.
  Asked about {C1}, {S1} said: "{C2} knows what {T1} wants."
  Critics of {S1} say that {S2} was right about the {A1}.
  Friends called him {G1}.
  But {S2}, too, has doubts. And {S1} knows it.

  {S} said he would not stand again.
  {S} denied that she had met him.
  "It is over," {S} told {F} in a telephone call from {T}.
  {S}, 54, is the first woman to lead the {O}.
  {S} was born in {T} and grew up in {C}.
  {S}'s lawyer said that his client would appeal.
  His successor, {S}, is expected to take over in April.
  Her brother {G} was not hurt.
  {S} and his wife {G} have two sons.
  Neither {S} nor her aides came to {T}.
  He has quarrelled with {S} and {S} ever since.

  {F} is to close its plant in {T}, which makes parts for {F} and {F}.
  {F} is expected to report a loss, and {F} a small profit.
  {T} is the capital of {R}, and {T} its largest port.
  {T} lies 40 km north of {T}.
  The road from {T} to {T} was cut near {T}.
  Snow fell in {T}, {T} and {T} on Sunday.
  {T} mayor {P} asked {C} for help.

  {K} beat {K} 3-2 on penalties.
  {K} lost to {K} for the third time this season.
  {K} signed {P} from {K} for 12 million euros.
  {K} and {K} drew 1-1.
  {K} host {K} on Saturday, and {K} visit {K}.
  A crowd of 40,000 saw {S} score for {K}.

  """

"""What each number says, in one compact form: bound and value, [unit], noun, {scope}; `#` marks an ordinal.

">=20 person {at the scene}"   at least 20 people at the scene
"5..7 [km]"                    between 5 and 7 kilometres
"""

from __future__ import annotations

import pytest

from twosource.annotate.entities import annotate_quantities
from twosource.model import Article, Bound, Quantity, Reading

CASES = {
    # counts in digits and in words
    "27 leaders came.": "27 leader",
    "Leaders of 20 countries came.": "20 country {leaders}",
    "Twenty-seven leaders came.": "27 leader",
    "A dozen people waited.": "12 person",
    "Two dozen boats sailed.": "24 boat",
    "Two hundred and fifty soldiers left.": "250 soldier",
    "One hundred thousand refugees crossed.": "100000 refugee",
    "It sold 1,234,567 tickets.": "1234567 ticket",
    "Half a million voters stayed away.": "500000 voter",
    "Some 3.5 million households lost power.": "~3500000 household",
    "A hundred ships left.": "100 ship",
    "Three women and two children were rescued.": "3 woman; 2 child",
    "Seven policemen were hurt.": "7 policeman",
    "Four gunmen fled.": "4 gunman",
    "He wrote six books.": "6 book",
    "It has 14 member states.": "14 state {member}",
    "Eleven foreign ministers met.": "11 minister {foreign}",
    "12 boxes": "12 box",
    "30 crises": "30 crisis",
    "15 aircraft were lost.": "15 aircraft",
    "He owns one house.": "1 house",
    "There were 12 dead.": "12 dead",
    "India has 22 crore farmers.": "220000000 farmer",
    "Police seized 3 lakh bottles.": "300000 bottle",
    "40 lives were saved.": "40 life",
    "It reaches 12million homes.": "12000000 home",
    # a noun left out, named with the count before
    "The quake hit a dam, killing 11 workers and injuring 25.": "11 worker; 25 worker",
    "Nine sailors drowned and 14 were saved.": "9 sailor; 14 sailor",
    "Nine sailors drowned. The storm injured 14.": "9 sailor; 14",
    # people by what became of them
    "Five killed in a crash": "5 person {killed in a crash}",
    "He is the youngest of the 17 shot at the pier.": "17 person {shot at the pier}",
    "Police said 16 were wounded.": "16 person",
    "Nine have been arrested.": "9 person",
    "Three had been hurt.": "3 person",
    "Two killed a guard.": "",
    "The four shot him.": "",
    # one that counts nothing
    "She is one of 27 leaders invited to attend.": "27 leader {invited to attend}",
    "One of them left.": "",
    "No one came.": "",
    "One must wait.": "",
    "One ship sank.": "1 ship",
    # metres with one letter, and millions
    "He fell down a 40m dry well.": "40 [m] well {dry}",
    "It is an 80m-deep well.": "80 [m]",
    "They put it at a depth of 40m.": "40 [m] {depth}",
    "They have dug only 13m down.": "13 [m]",
    "It cost $40m down under.": "40000000 [USD]",
    "It serves 40m people.": "40000000 person",
    "The price fell to $10,925 in just a few hours.": "10925 [USD] {in just a few hours}",
    # at least
    "At least 20 people died.": ">=20 person",
    "No fewer than 30 towns were hit.": ">=30 town",
    "More than 100 troops arrived.": ">=100 troop",
    "Over 5,000 homes burned.": ">=5000 home",
    "It cost upwards of 9 million euros.": ">=9000000 [EUR]",
    "20 or more people fell ill.": ">=20 person",
    "Well over 60 schools closed.": ">=60 school",
    "A minimum of 12 votes is needed.": ">=12 vote",
    "Hundreds of protesters marched.": ">=200 protester",
    "Thousands of people fled.": ">=2000 person",
    "Tens of thousands of people fled.": ">=20000 person",
    "Dozens of cars were torched.": ">=24 car",
    "Millions of voters queued.": ">=2000000 voter",
    # at most
    "Up to 40 miners were trapped.": "<=40 miner",
    "As many as 200 passengers were aboard.": "<=200 passenger",
    "Fewer than 10 seats remain.": "<=10 seat",
    "Less than 5 per cent agreed.": "<=5 [percent]",
    "No more than 8 boats may pass.": "<=8 boat",
    "Tariffs of up to 245 per cent apply.": "<=245 [percent] {tariffs}",
    "At most 3 planes landed.": "<=3 plane",
    "Under 50 ballots were spoiled.": "<=50 ballot",
    "15 or fewer members came.": "<=15 member",
    # about
    "Nearly 400,000 UK consumers complained.": "~400000 consumer {uk}",
    "About 60 houses burned.": "~60 house",
    "Around 70 firefighters came.": "~70 firefighter",
    "Roughly 80 tents stood there.": "~80 tent",
    "An estimated 90 whales stranded.": "~90 whale",
    "Almost 1,000 flights were cancelled.": "~1000 flight",
    "Approximately 30 villages flooded.": "~30 village",
    "Close to 45 trucks waited.": "~45 truck",
    "He waited 50 or so days.": "~50 [day]",
    # between
    "Between 5 and 7 people were inside.": "5..7 person",
    "Between five and seven people came.": "5..7 person",
    "5-7 people came.": "5..7 person",
    "10 to 15 ships were seen.": "10..15 ship",
    "Between $5 million and $7 million was lost.": "5000000..7000000 [USD]",
    "Prices rose 3 to 4 percent.": "3..4 [percent]",
    "It is 20–25 km long.": "20..25 [km]",
    "The stock fell 2.5 percent to $30.": "2.5 [percent]; 30 [USD]",
    # per cent
    "a 145 per cent tariff": "145 [percent] tariff",
    "30% of voters agreed.": "30 [percent] voter",
    "Inflation hit 7.5 percent.": "7.5 [percent]",
    "Turnout fell 3 percentage points.": "3 [percentage point]",
    "12 percent of the members left.": "12 [percent] member",
    # money
    "It cost $5.": "5 [USD]",
    "$1.2 billion in aid arrived.": "1200000000 [USD] aid",
    "a €3.5bn package": "3500000000 [EUR] package",
    "£40m was raised.": "40000000 [GBP]",
    "US$ 5 million": "5000000 [USD]",
    "It trades at $US6,562 now.": "6562 [USD]",
    "A $A5 million prize": "5000000 [AUD] prize",
    "HK$20 billion was spent.": "20000000000 [HKD]",
    "Five million dollars went missing.": "5000000 [USD]",
    "It lost 300 million euros.": "300000000 [EUR]",
    "He paid 90 roubles.": "90 [RUB]",
    "They owe 6,000 rupees.": "6000 [INR]",
    "a fine of 50,000 yuan": "50000 [CNY] {fine}",
    "USD 12 million was sent.": "12000000 [USD]",
    "More than ₹900 crore was seized.": ">=9000000000 [INR]",
    "a 2 million pound deal": "2000000 [GBP] deal",
    "a 20-pound note": "20 [GBP] note",
    "The court fined her 300 pounds.": "300 [GBP]",
    "The stock stood at 14.25 pounds.": "14.25 [GBP]",
    "Each cost him 700 pounds ($900).": "700 [GBP]; 900 [USD]",
    "It owes 4 million Canadian dollars.": "4000000 [CAD]",
    # measures
    "5 kg of cocaine was found.": "5 [kg] cocaine",
    "They carried 5kg bags.": "5 [kg] bag",
    "It fell 30 metres.": "30 [m]",
    "The wall is 12 feet high.": "12 [foot]",
    "He walked 8 miles.": "8 [mile]",
    "40 tonnes of grain rotted.": "40 [tonne] grain",
    "Winds of 120 mph blew.": "120 [mph] {winds}",
    "2 million barrels of oil leaked.": "2000000 [barrel] oil",
    "1,000 barrels a day flow.": "1000 [barrel] {a day}",
    "700 hectares of forest burned.": "700 [hectare] forest",
    "It covers 90 square kilometres.": "90 [square km]",
    "10 pounds of rice": "10 [lb] rice",
    "a 300-pound bear": "300 [lb] bear",
    "The boat weighs 9,000 pounds (4,100 kg).": "9000 [lb]; 4100 [kg]",
    "3 million pounds of thrust": "3000000 [lb] thrust",
    "It flew at 90mph.": "90 [mph]",
    "It was 35 degrees.": "35 [degree]",
    "a 500 megawatt plant": "500 [MW] plant",
    # durations as quantities
    "a 72-hour ceasefire": "72 [hour] ceasefire",
    "a three-day visit": "3 [day] visit",
    "The strike lasted 11 weeks.": "11 [week]",
    "a five-year term": "5 [year] term",
    # ordinals
    "his third visit since February 2022": "#3 visit {since february 2022}",
    "The visit will be his third since the war began.": "#3 visit {since the war began}",
    "Orre's visit to Halmark will be his third since May.": "#3 visit {since may}",
    "the 80th anniversary of the victory": "#80 anniversary {of the victory}",
    "her first official trip to Moscow": "#1 trip {official; to moscow}",
    "the second round of talks": "#2 round {of talks}",
    "the twenty-first attempt": "#21 attempt",
    "the 101st airport": "#101 airport",
    # scope
    "20 people killed in the attack were buried.": "20 person {killed in the attack}",
    "Nine victims, including the gunman, died.": "9 victim {including the gunman}",
    "The 189 people on board are safe.": "189 person {on board}",
    "35 officers at the scene were hurt.": "35 officer {at the scene}",
    "Leaders of 20 countries, including Brazil and Chile, came.": "20 country {leaders; including brazil and chile}",
    "18 people among the crew are safe.": "18 person {among the crew}",
    "50 cases since January were counted.": "50 case {since january}",
    # bare numbers
    "The toll rose to 27.": "27",
    "At least 20.": ">=20",
    # what is no quantity
    "It happened in 2024.": "",
    "The 2024 election was close.": "",
    "It happened on May 9.": "",
    "They meet on 9 May.": "",
    "The talks run May 7-10.": "",
    "It opens at 10:30.": "",
    "It opens at 9 am.": "",
    "John Reed, 45, said so.": "",
    "A 45-year-old man fell.": "",
    "She is aged 12.": "",
    "Flight 370 vanished.": "",
    "Article 5 applies.": "",
    "An F-16 crashed.": "",
    "COVID-19 spread.": "",
    "They won 3-1.": "",
    "It began in the 21st century.": "",
    "First Minister Anna Reed spoke.": "",
    "Room 101 is locked.": "",
    "It is a 3D film.": "",
}
_SIGNS = {Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.ABOUT: "~", Bound.EXACT: "", Bound.BETWEEN: ""}


def draw(value: Quantity) -> str:
    """A quantity in the compact form of this table."""
    ends = [f"{end:g}" if abs(end) < 1e5 else f"{end:.0f}" for end in (value.low, value.high) if end is not None]
    number = "..".join(ends) if value.bound is Bound.BETWEEN else ends[0]
    parts = [("#" if value.ordinal else _SIGNS[value.bound]) + number]
    parts += [f"[{value.unit}]"] if value.unit else []
    parts += [value.noun] if value.noun else []
    parts += ["{" + "; ".join(value.scope) + "}"] if value.scope else []
    return " ".join(parts)


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_each_number_says_what_the_table_says(text: str, expected: str) -> None:
    found = annotate_quantities(Reading(article=Article(id="a", raw="r", text=text)))
    assert "; ".join(draw(mention.value) for mention in found) == expected
    assert all(mention.span.holds_in(text) for mention in found)


def test_the_table_has_at_least_a_hundred_and_twenty_cases() -> None:
    assert len(CASES) >= 120

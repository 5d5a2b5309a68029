"""Words that news uses for one another: classes, demonyms, verbs and their forms. Lists only, our own."""

from __future__ import annotations

CLASSES = """
kill die dead death slay slain fatality toll
injure wound hurt injury
arrest detain apprehend
offer bid approach proposal
initial original first earliest
last latest previous
buy acquire purchase acquisition takeover
merge merger
firm company business corporation
weapon arm arms munition
supply deliver provide ship
visit trip
meet meeting talk
arrive arrival land
leave depart departure
child kid boy toddler youngster
girl schoolgirl
woman female
man male
person people individual human
fighter militant insurgent
soldier troop serviceman
prisoner captive detainee hostage
free release liberate
exchange swap
deal agreement accord
kidnap abduct seize
plane aircraft jet airliner
crash plunge
missile rocket projectile
launch fire
travel fly distance
height altitude
lab station spacecraft module
weigh weight mass
fall drop decline lose
rise climb jump gain increase
expect predict forecast anticipate
reenter reentry re-entry
money fund cash
share stock
shareholder investor
tax levy
profit earning income
attack assault strike
shoot shooting gunfire
blast explosion bombing
police officer cop
official authority
government cabinet administration
election vote poll
hack breach
data information
customer consumer client
gorilla ape
zoo zoological
petition signature
fireworks firework
harass grope molest harassment
safe safety
flee escape
displace displacement uproot
rescue save
wreck wreckage debris remains
storm hurricane typhoon cyclone
flood flooding
quake earthquake tremor
agree
sign signing signature
document paper
leader head
country nation state
city town
worth value price cost
build construct
begin start open
end finish close
age aged old
big large huge
""".strip().splitlines()

DEMONYMS = """
russian=russia chinese=china american=us ukrainian=ukraine british=uk french=france german=germany italian=italy
spanish=spain polish=poland turkish=turkey syrian=syria iraqi=iraq iranian=iran israeli=israel palestinian=palestine
egyptian=egypt indian=india pakistani=pakistan japanese=japan korean=korea vietnamese=vietnam indonesian=indonesia
australian=australia canadian=canada mexican=mexico brazilian=brazil argentine=argentina venezuelan=venezuela
nigerian=nigeria kenyan=kenya ethiopian=ethiopia libyan=libya tunisian=tunisia algerian=algeria moroccan=morocco
greek=greece hungarian=hungary romanian=romania bulgarian=bulgaria serbian=serbia croatian=croatia austrian=austria
swiss=switzerland dutch=netherlands belgian=belgium danish=denmark swedish=sweden norwegian=norway finnish=finland
irish=ireland scottish=scotland welsh=wales portuguese=portugal czech=czechia slovak=slovakia belarusian=belarus
georgian=georgia armenian=armenia afghan=afghanistan saudi=saudi yemeni=yemen jordanian=jordan lebanese=lebanon
filipino=philippines thai=thailand malaysian=malaysia burmese=myanmar nepali=nepal colombian=colombia chilean=chile
peruvian=peru cuban=cuba somali=somalia sudanese=sudan moscow=russia beijing=china kyiv=ukraine kiev=ukraine
washington=us america=us u.s=us usa=us britain=uk u.k=uk tokyo=japan seoul=korea pyongyang=korea tehran=iran
paris=france berlin=germany delhi=india ankara=turkey
""".split()

VERBS = """
accept accuse acquire act add admit agree aim allege allow announce answer appeal appear approve argue arrest arrive
ask assure attack attempt attend avoid ban beat become begin believe bid block blame bomb boost break bring build burn
buy call cancel capture carry cause celebrate change charge cite claim clash close collapse collide come comment
complain condemn conduct confirm consider contact contain continue control convict cost crash criticise criticize
cross cut damage deal declare decide decline decommission decrease defeat defend delay delete deliver demand deny
depart deploy describe destroy detain develop die discover discuss dismiss displace divert donate double drag drive
drop drown earn edge elect eliminate emerge end enter escape estimate evacuate exceed exchange expand expect explain
explode expose express extend face fail fall fear fight file find fine fire flee flood fly follow force forecast form
free gain gather generate get give grow hack halt happen harm head help hit hold hope host hurt identify imply impose
improve include increase inform injure invade invest invite issue join jump keep kidnap kill know label land last
launch lead leave lie lift live lock lose maintain make marry mean measure meet merge miss mount move murder name need
negotiate number occur offer open operate oppose order orbit organise organize own pass pay perform perish plan plead
pledge plunge poll post predict prepare present prevent produce promise propose protect protest prove provide publish
pull purchase pursue push put raise reach read receive record recover reduce reenter refuse regain reject release
relocate remain remove repeat replace reply report represent request require rescue resign respond result retire
return reveal review revise rise rule run say seek sell send sentence serve set settle share shoot shut sign sink slip
slow soar spend split spot stage stand start state stay steal stop store strike submit suffer suggest supply support
surge survive suspect suspend take talk target tell test testify think threaten throw topple total track trade travel
treat try turn understand unveil urge use value veto visit vote vow wait walk want warn watch weigh welcome win
withdraw work worsen wound write retaliate amount mark struck forge meet reciprocate strengthen criticize positon
exacerbate coincide rescind resume reopen triple grope molest harass rob assault stab
""".split()

IRREGULAR = """
said=say says=say told=tell was=be were=be is=be are=be been=be be=be am=be being=be had=have has=have having=have
did=do does=do done=do went=go gone=go goes=go came=come took=take taken=take gave=give given=give made=make met=meet
held=hold left=leave fell=fall fallen=fall rose=rise risen=rise flew=fly flown=fly flies=fly shot=shoot found=find
began=begin begun=begin broke=break broken=break brought=bring bought=buy built=build burnt=burn caught=catch
chose=choose chosen=choose drew=draw drawn=draw drove=drive driven=drive ate=eat eaten=eat fed=feed felt=feel
fought=fight fled=flee forgot=forget got=get gotten=get grew=grow grown=grow heard=hear hid=hide hidden=hide hung=hang
kept=keep knew=know known=know laid=lay led=lead lent=lend lost=lose meant=mean paid=pay pleaded=plead put=put ran=run
rang=ring read=read sang=sing sank=sink sunk=sink sat=sit saw=see seen=see sent=send sold=sell shook=shake shown=show
showed=show shut=shut slain=slay slept=sleep slew=slay spent=spend spoke=speak spoken=speak stole=steal stolen=steal
stood=stand struck=strike stricken=strike swam=swim swept=sweep swore=swear sworn=swear taught=teach thought=think
threw=throw thrown=throw tore=tear torn=tear understood=understand wept=weep withdrew=withdraw withdrawn=withdraw
woke=wake won=win wore=wear worn=wear wrote=write written=write dying=die died=die lying=lie became=become bid=bid
hit=hit cut=cut set=set cost=cost hurt=hurt quit=quit spread=spread split=split beat=beat beaten=beat men=man
women=woman children=child people=person lives=life wives=wife knives=knife feet=foot crises=crisis data=data
countries=country media=media police=police troops=troop arms=arms dead=dead
""".split()

STOPWORDS = frozenset(
    """
    a an the this that these those it its he him his she her hers they them their theirs we us our you your i my me
    who whom whose which what where when why how there here and or but nor so yet if then than as at by for from in
    into of off on onto out over to up with within without about after against along among around before behind below
    between beyond during except inside near outside per since through throughout toward towards under until upon via
    while because though although be have do will would shall should can could may might must not no also just only
    even still very more most much many such other another some any all both each every few own same too now ever
    again once say s t mr mrs ms dr that's it's one according accordingly however meanwhile nevertheless moreover
    earlier later ago today yesterday tomorrow
    """.split()
)

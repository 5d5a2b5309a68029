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
person people individual human citizen resident consumer customer client user american briton brit
foreign abroad overseas
fighter militant insurgent
soldier troop serviceman
prisoner captive detainee hostage captivity
call conversation
long furthest farthest longest
free release liberate
exchange swap
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
document paper agreement accord pact treaty
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
russian=russia european=europe chinese=china american=us ukrainian=ukraine british=uk french=france german=germany
italian=italy spanish=spain polish=poland turkish=turkey syrian=syria iraqi=iraq iranian=iran israeli=israel
palestinian=palestine
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
access leak total
abandon abduct absorb accelerate accept accompany accomplish accuse achieve acknowledge acquire acquit act activate
adapt add address adjust admire admit adopt advise affect afford agree aim alarm allege allocate allow alter amend
amount amuse analyse analyze anger annex announce answer anticipate apologise apologize appeal appear apply appoint
approach approve argue arise arrange arrest arrive ask assault assemble assess assign assist assume assure attach
attack attempt attend attract avoid award back ban batter bear beat become beg begin behave believe benefit betray bid
bind bite blame bleed block blow board bolster bomb boost borrow bother boycott brace brand breach break breed bring
broadcast broker brush build bump burn burst bury buy bypass calculate call cancel capture carry cast catch cause
caution cease celebrate cement challenge change characterise characterize charge chase chat cheer choke choose
circulate cite claim clarify clash clean clear click climb cling close coincide collaborate collapse collect collide
combine come comfort commemorate commend comment commit communicate compare compel compensate compete compile complain
complete comply compose comprise compromise concede concentrate conclude condemn conduct confess confine confirm
confront congratulate connect consent conserve consider consist console constitute construct consult consume contact
contain continue contribute control convene convey convict convince cook cooperate coordinate cope correct cost cough
count cover crash crawl create creep cripple criticise criticize cross cruise crush cry curb cure curtail cut damage
dare dash deal debate decide decimate declare declassify decline decommission decrease dedicate deem deepen defeat
defend define defuse degrade delay delegate delete deliberate deliver demand demolish demonstrate demote denounce deny
depart depend depict deploy deport derail derive descend describe deserve design destroy detain detect deteriorate
determine detonate devastate develop devote diagnose dictate die differ dig diminish dip direct disagree disappear
disappoint disarm disclose discourage discover discuss disguise dismiss displace disrupt dissolve distance distinguish
distribute dive divert divide divorce dock dodge dominate donate double downgrade download downplay draft drag drain
drift drill drink drive drop drown dub dump dwindle earn ease eat echo edge edit educate elect eliminate embark
embrace emerge emit emphasise emphasize employ enable encounter encourage end endanger endorse endure enforce engage
enhance enjoy enlarge enlist ensure entail enter entertain entitle envision equip erase erect erupt escalate escape
escort establish estimate evacuate evaluate evolve exacerbate examine exceed exchange exclude excuse execute exempt
exercise exert exhaust exhibit exist exit expand expect expel expire explain explode explore expose express extend
extract eye face facilitate fade fail fake fall fare fear feed feel fight file fill filter find fine finish fire fix
flare flatten flee flip float flock flood fly focus fold follow forbid force forecast forge forget forgive form
formulate foster free freeze frighten frustrate fuel fulfil fulfill gain gather gaze generate get give glance govern
grab graduate grant grasp greet grill grip grope grow guarantee guard guess hack hail halt hammer handle hang happen
harass harbor harbour harden harm haul haunt head heal hear heat heighten help highlight hijack hinder hint hire hit
hoist hold hope host hover hug humiliate hunt hurl hurt identify ignite ignore illustrate imagine impede implement
implicate imply impose impress imprison improve incite include increase indicate indict infect infer inflict inform
infringe inherit inhibit initiate inject injure insist inspect inspire install instruct insult integrate intend
intensify interact intercept interfere interpret interrogate interrupt intervene introduce invade invent invest
investigate invite invoke isolate issue jail jeopardise jeopardize join jump justify keep kick kidnap kill kiss kneel
knock know label lag land lash last laugh launch lay lead lean leap learn lease leave legalise legalize lend lengthen
lessen liberate lie lift limit linger listen live lobby locate lock lodge loom loosen loot lose lower lure maintain
make manage manipulate march mark marry mask maximise maximize mean measure mediate meet melt mention merge migrate
minimise minimize mislead miss mobilise mobilize mock modernise modernize modify molest monitor motivate mount mourn
move multiply murder name narrow need neglect negotiate nominate note notice notify number nurse oblige observe
obstruct obtain occupy occur offend offer offset omit open operate oppose oppress orbit ordain order organise organize
originate oust outlaw outline outnumber outpace overcome overhaul overlook oversee overtake overthrow overturn
overwhelm owe own pack paint park participate pass patrol pause pay penetrate perform perish permit persist persuade
pick pin place plan plant play plead please pledge plot plummet plunge point polish poll ponder portray pose possess
post postpone pour practise praise pray preach precede predict prefer prepare present presume pretend prevail prevent
print privatise privatize proceed proclaim procure produce prohibit prolong promise promote prompt pronounce propose
prosecute prosper protect protest prove provide provoke publicise publicize publish pull pump punch punish purchase
pursue push put qualify quarantine question quit quote raise rally rape ratify rattle reach react read realise realize
reap reassure rebound rebuild recall recede receive reciprocate recognise recognize recommend reconcile reconsider
reconstruct record recover recruit redirect reduce reenter reestablish refer reflect reform refrain refuel refuse
refute regain regard register regret regulate rehabilitate reinforce reinstate reiterate reject relate relax relay
release relieve relocate rely remain remark remember remind remove render renew renounce rent reopen repair repatriate
repay repeat repel replace reply report represent reproduce request require rescind rescue resemble resent reshape
reside resign resist resolve resort respect respond restore restrain restrict result resume resupply resurface retain
retaliate rethink retire retreat retrieve return reunite reveal reverse review revise revive revoke revolve reward rid
rip rise risk roar rob roll rotate round rout rub ruin rule run rush sack sacrifice sail salute satisfy save say scan
scare schedule scold score scramble scrap scrape scream scrutinise scrutinize search secure seek select sell send
sentence separate serve set settle sever shake share shatter shed shelve shift shine shoot shorten shout shove show
shrink shrug shuffle shun shut sign sing sink sit ski skip slam slap slash slaughter sleep slide slip slow slump smash
smell smile smuggle snap sneak soar soften solve sort spare spark speak specialise specialize specify speculate spell
spend spill spin split spoil sponsor spot spray spread spur spy squeeze stab stabilise stabilize stage stain stall
stamp stand stare start starve state stay steal steer stem sting stir stop store strain stray strengthen stretch
strike strip strive struck study stumble stun subdue submerge submit succeed sue suffer suggest suit summon supervise
supplement supply support suppress surge surpass surprise surrender surround survive suspect suspend sustain swap
swear sweep swell swim swing swoop sympathise tackle taint take talk tap target taste teach tear tease tell tempt tend
terminate terrify test testify thank thaw think threaten thrive throw thwart tie tighten tilt tolerate topple torture
toss total tour tow trace track trade train transfer transform translate transmit transport trap travel treat trigger
trim triple try tumble turn tweet twist understand unify unite unleash unload unveil update upgrade uphold uproot
upset urge use usher utilise utilize utter vaccinate value vanish vary veto view violate visit visualise volunteer
vote vow wage wait wake walk wander want ward warn warrant wash waste watch wave weaken wear weave weep weigh welcome
whip widen wield win wipe wish withdraw withhold withstand witness wonder work worsen wound wrap wreck wrestle write
yield zoom
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
    last first next earlier later ago today yesterday tomorrow
    """.split()
)

"""The closed lists of words that names and those who may speak are told by: titles, offices, organisations, places."""

from __future__ import annotations

import re

from index.build.quotations.cues import word_set

TITLES = word_set(
    "mr mrs ms miss dr prof professor rev reverend hon sir dame lord lady president vice vice-president premier"
    " chancellor prime minister secretary senator sen sens rep reps representative congressman congresswoman"
    " governor gov govs lieutenant lt mayor judge justice chief general gen attorney colonel col major maj"
    " captain capt commander cmdr admiral adm sergeant sgt corporal officer detective det sheriff deputy"
    " ambassador speaker leader director chairman chairwoman chair chairperson pope cardinal archbishop bishop"
    " father rabbi imam ayatollah sheikh king queen prince princess duke baron ceo coach spokesman spokeswoman"
    " spokesperson commissioner councilman councilwoman councillor councilor assemblyman assemblywoman delegate"
    " republican democrat democratic independent solicitor superintendent nominee candidate undersecretary"
    " inspector then-president then-candidate then-secretary then-sen president-elect ex- minority majority whip"
    " adviser advisor strategist analyst host editor reporter author actor actress singer pastor brother sister"
    " former late aunt uncle principal dean provost treasurer comptroller envoy emperor empress sultan emir"
    " chief-of-staff pollster consultant anchor correspondent"
)
OFFICES = word_set(
    "state defense defence treasury homeland security labor labour commerce energy education agriculture health"
    " interior staff representatives veterans affairs foreign finance justice transportation"
)
AFTER_OFFICE_OF = word_set("secretary minister chief speaker department ministry director undersecretary")
ORGANISATION_WORDS = word_set(
    "twitter facebook guardian telegraph politico axios reuters bloomberg yougov buzzfeed vox xinhua tass"
    " interfax jazeera playbook bbc cnn npr msnbc google party university college school institute institution"
    " center centre council committee commission association society foundation company corp inc co ltd llc"
    " group bank fund department ministry agency bureau administration office house senate congress parliament"
    " court government union news times post journal tribune herald gazette magazine press network radio"
    " television army navy force forces police guard church league club team federation coalition alliance"
    " campaign board authority service services states kingdom nations street research project pac watch"
    " republicans democrats organization organisation international global partners capital holdings airlines"
    " motors hospital museum library daily"
)
ADJECTIVES = word_set(
    "american british french german russian chinese israeli iranian iraqi syrian mexican canadian cuban"
    " japanese korean indian republican democratic conservative liberal labour gop u.s. uk eu christian muslim"
    " jewish catholic european african asian latino hispanic"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december jan feb aug sept oct nov dec i"
)
MONTHS_AND_FIRST_NAMES = word_set("jan april june august")
NOT_NAMES = DAYS | word_set(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december jan feb aug sept oct nov dec yes okay ok oh well mr mrs ms today"
    " yesterday tomorrow meanwhile however here there now then what which how why even only still more most not"
    " others according asked speaking earlier later last next first second recently also nearly almost perhaps"
    " maybe indeed instead photo image video getty images advertisement related read watch follow updated"
    " published share when where those these despite after before during since until third finally please back"
    " whatever whoever whichever wherever whenever english latin officials police voters experts critics"
    " supporters aides advisers residents witnesses analysts researchers scientists lawmakers authorities"
    " prosecutors investigators doctors economists protesters opponents sources leaders people women men"
    " students teachers parents families lawyers observers activists campaigners based given clearly obviously"
    " certainly surely sadly additionally interestingly ironically notably separately similarly specifically"
    " ultimately unfortunately apparently actually basically really previously currently initially originally"
    " typically generally usually essentially simply hopefully frankly honestly personally"
)
PLACES = frozenset(
    name.replace("_", " ")
    for name in word_set(
        "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois"
        " Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi"
        " Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota"
        " Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont"
        " West_Virginia Wisconsin Wyoming D.C. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky."
        " La. Md. Mass. Mich. Minn. Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C."
        " S.D. Tenn. Tex. Va. Vt. W.Va. Wash. Wis. Wyo. Inc. England Scotland Wales Ontario Canada Australia France"
        " Germany Italy Spain"
    )
)
"""Names that stand between commas after a town; people are hardly ever called so."""
COUNTRIES = word_set(
    "Afghanistan Africa America Argentina Armenia Athens Azerbaijan Baghdad Beijing Beirut Belarus Belgium"
    " Berlin Brazil Britain Brussels Cairo Canberra Chile China Colombia Congress Copenhagen Cuba Damascus"
    " Denmark Egypt Estonia Ethiopia Europe Finland Gaza Greece Greenland Hamas Hezbollah Hollywood Hungary"
    " India Indonesia Iran Iraq Ireland Israel Jakarta Japan Jerusalem Kabul Kenya Kiev Kyiv Latvia Lebanon"
    " Libya Lisbon Lithuania London Madrid Manila Mexico Moldova Moscow NATO Netherlands Nigeria Norway Oslo"
    " Pakistan Palestine Paris Pentagon Philippines Poland Portugal Pyongyang Qatar Riyadh Romania Rome Russia"
    " Serbia Seoul Singapore Slovakia Somalia Stockholm Sudan Sweden Switzerland Syria Taiwan Tehran Thailand"
    " Tokyo Tunisia Turkey Ukraine Venezuela Vienna Vietnam Warsaw Washington Westminster Yemen Zimbabwe Kremlin"
)
"""Names of countries, capitals and powers that news text lets act and speak as persons do."""
INNER = word_set("de del la le van von der den di da dos das bin ibn al el du ten ter bint abu st. y")
SURNAMES = word_set("king prince judge singer coach pope bishop page dean duke baron lord cook baker major")
DOCUMENTS = word_set(
    "document documents complaint transcript release announcement account letter statement tweet tweets memo"
    " post message email e-mail words book column article essay speech op-ed editorial report blog website"
    " remarks interview ad video note filing lawsuit response answer reply motto slogan headline story opinion"
    " ruling study testimony"
)
_AGENT = re.compile(
    r"(?:.*(?:"
    r"man|men|woman|women|person|people|er|or|ist|ician|arian|ologian|secretary|chief|ee|aide|"
    r"host|head|ally|allies|president|resident|student|correspondent|agent|opponent|superintendent|"
    r"parent|patient|respondent|assistant|consultant|participant|lieutenant|sergeant|migrant|applicant|"
    r"defendant|attendant|coach|chair|boss|judge|mate|expert|friend|wife|son|official|star|pundit|"
    r"mogul|magnate|critic|veteran|czar|guest|pilot|campaign|team|source|advocate|delegate|candidate|"
    r"associate|cop|guru|ambassador|analyst|spokes\w+|client|guardian|comedian|historian|guy|lawyer|"
    r"nominee|company|agency|department|ministry|office|government|committee|police|union|firm|"
    r"military|administration"
    r"))s?\Z"
)
_NO_AGENTS = word_set(
    "other another number order water power letter paper summer winter never after over under however whether"
    " rather either neither former later earlier further together for or nor poor major minor prior color colour"
    " labor labour november december october september center theater matter quarter chapter offer answer error"
    " mirror floor door corner river dinner letters numbers orders offers answers matters papers powers waters"
    " border computer cancer weather winner-take-all career per reason season person's lesson comparison free"
    " degree three fee coffee agree instead ahead"
)


def is_agent(low: str) -> bool:
    """Whether a word is one for somebody who may speak: adviser, spokeswoman, committee."""
    return low not in _NO_AGENTS and _AGENT.match(low) is not None

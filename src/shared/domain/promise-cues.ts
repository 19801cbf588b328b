import type { Language } from './people.ts'

// What makes a sentence with a moment a promise of ours. Patterns for lower-case clauses: `says` find the words by which we
// commit ourselves, `unsays` the words by which a clause with such words is none after all (a question, a hope, a refusal,
// the past, something that the customer is to do).

export interface PromiseCues {
  readonly says: readonly RegExp[]
  /** Like `says`, for a clause without a subject of its own after one of ours: "ik zoek het uit en bel u morgen". */
  readonly saysOn: readonly RegExp[]
  readonly ourSubject: RegExp
  readonly unsays: readonly RegExp[]
  readonly denies: RegExp
  /** These make the whole sentence no promise, wherever they stand. */
  readonly unsaysAll: readonly RegExp[]
  /** Clauses end before these. */
  readonly conjunctions: RegExp
  /** A question when the sentence ends in a question mark; here, so that it is one before the mark is typed. */
  readonly asks: RegExp
  /** In a clause that does something at the moment of the one before it. */
  readonly then: RegExp
  /** Before a moment: it names when something else is, was or ends, not when we do it. */
  readonly otherMoment: RegExp
}

const any = (words: string): string => words.trim().split(/\s+/).join('|')
const find = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')

// Dutch

/** ik … */
const NL_I = any(`bel mail app sms stuur zend schrijf antwoord beantwoord reageer informeer bericht meld kom geef zoek regel bezorg breng
  lever repareer maak check kijk vraag doe zorg verzend verstuur bevestig bespreek vertel spreek overleg pak handel los haal plaats
  monteer vervang help post beloof controleer bestel boek stort betaal probeer koppel zet leg onderzoek test meet bereken reken
  schakel verwerk annuleer wijzig plan reserveer bewaar inspecteer herstel los rond werk`)
/** wij … */
const NL_WE = any(`bellen mailen appen sturen zenden schrijven antwoorden beantwoorden reageren informeren berichten melden komen geven
  zoeken regelen bezorgen brengen leveren repareren maken checken kijken vragen doen zorgen verzenden versturen bevestigen bespreken
  vertellen spreken overleggen pakken handelen lossen halen plaatsen monteren vervangen helpen controleren bestellen boeken storten
  betalen proberen koppelen zetten leggen onderzoeken testen meten berekenen schakelen verwerken annuleren wijzigen plannen reserveren
  bewaren inspecteren herstellen ronden`)
/** hij, zij, onze monteur … */
const NL_THEY = any(`belt mailt appt stuurt zendt schrijft antwoordt beantwoordt reageert informeert bericht meldt komt geeft zoekt regelt
  bezorgt brengt levert repareert maakt checkt kijkt vraagt doet zorgt verzendt verstuurt bevestigt bespreekt vertelt spreekt overlegt
  haalt plaatst monteert vervangt helpt controleert probeert koppelt onderzoekt verwerkt herstelt`)
const NL_INFINITIVE = `${NL_WE}|${any(`terugbellen opbellen nabellen doormailen terugmailen toesturen opsturen doorsturen nasturen toezenden
  laten uitzoeken nazoeken nakijken navragen doorgeven terugkomen langskomen opnemen terugkoppelen bijpraten ophalen afleveren
  aanpakken oplossen afhandelen klaarmaken klaarzetten rondmaken afronden terugstorten terugbetalen overmaken weten`)}`
const NL_DONE = any(`gebeld teruggebeld opgebeld gemaild geholpen geïnformeerd benaderd bezorgd geleverd afgeleverd thuisbezorgd verzonden
  verstuurd gestuurd opgestuurd toegestuurd nagestuurd gerepareerd gemaakt teruggestort teruggestuurd terugbetaald overgemaakt
  uitbetaald betaald opgelost uitgevoerd geplaatst gemonteerd vervangen geregeld opgehaald nagekeken beantwoord behandeld afgehandeld
  gecontroleerd gebracht teruggebracht uitgezocht hersteld verwerkt gecrediteerd`)
const NL_THING = any(`antwoord reactie bericht offerte duidelijkheid uitsluitsel nieuws voorstel prijsopgave bevestiging factuur terugkoppeling
  uitslag telefoontje belletje mail mailtje fiets sleutel bestelling pakket onderdeel geld prijs datum tijd oplossing resultaat`)
/** What was done: "heb ik gisteren verstuurd". */
const NL_PARTICIPLE = `[a-zë]*ge[a-zë]{2,}(?:d|t|en)|[a-z]*(?:be|ver|her|ont|over|onder)[a-zë]{2,}(?:d|t|en)`
/** What we do, are, feel or have without promising anything: after "ik" and "wij" any other verb counts. */
const NL_NO_DEED = any(`ben zijn heb hebben zit zitten werk werken sluit sluiten open openen hoop hopen kan kunnen wil willen zou zouden moet
  moeten mag mogen vind vinden weet weten wist denk denken hoor horen ontvang ontvangen zie zien zag lees lezen las begrijp begrijpen
  snap snappen wacht wachten verwacht verwachten heet heten vier vieren vergader vergaderen verhuis verhuizen ga gaan verzoek verzoeken
  vraag vragen wens wensen dank danken bedank bedanken begin beginnen start starten word worden blijf blijven krijg krijgen merk merken
  was waren had hadden sprak spraken kreeg kregen gaf gaven nam namen kwam kwamen verkoop verkopen bied bieden hanteer hanteren sta staan
  lig liggen geloof geloven voel voelen mis missen hou houd houden hecht stel stellen raad raden durf neem nemen laat laten zal zullen
  verneem vernemen zoals als dat die wat of en maar want u je jou jullie ook het er nog dan al hier daar graag morgen vandaag
  niet me mij ons zelf nu even wel weer op om in met aan van voor naar bij tot zo heel erg verwelkom verwelkomen ontmoet ontmoeten
  rijd rijden ruil ruilen verbouw verbouwen presenteer presenteren lanceer lanceren organiseer organiseren`)
const NL_PEOPLE = any(`monteur bezorger koerier chauffeur collega installateur loodgieter schilder technicus vakman tandarts dokter arts huisarts
  dierenarts advocaat notaris boekhouder makelaar adviseur manager planner docent elektricien timmerman stukadoor hovenier schoonmaker
  glaszetter dakdekker medewerker specialist team afdeling planning werkplaats klantenservice administratie`)
const NL_YOU = 'u|je|jij|jou|jullie'

const DUTCH: PromiseCues = {
  says: [
    find(`ik (?:[^\\s]+ ){0,9}?(?:${NL_I})`),
    find(`(?:${NL_I}) (?:het |u |je |dat )?ik`),
    find(`(?:we|wij) (?:[^\\s]+ ){0,9}?(?:${NL_WE})`),
    find(`(?:${NL_WE}) (?:het |u |je |dat )?(?:we|wij)`),
    find(`(?:${NL_THEY}) (?:het |dit |dat |zich )?(?:vandaag |morgen )?(?:${NL_YOU}|uw|jouw)`),
    find(`(?:${NL_YOU}) .*(?:${NL_THEY}|bel|mail)`),
    find(`(?:neem|neemt|nemen|zoek|zoekt|zoeken|leg|legt|leggen) .*contact|contact .*(?:opneemt|opneem|opnemen|op te nemen)`),
    find(`(?:${NL_WE}) (?:het |dit |dat )?(?:u|je|jullie)`),
    find(`(?:ze|zij) (?:[^\\s]+ ){0,6}?(?:${NL_WE})`),
    // "Peter belt morgen", but not "als u belt".
    find(`(?<!(?:u|je|jij) )(?:belt|mailt|appt)`),
    find(`kom(?:t|en)? .*(?:langs|terug|bij (?:u|je|jullie)|naar (?:u|je|jullie)|thuis|(?:uw|je|jouw) kant)`),
    find(`komt (?:de|onze|een|mijn) (?:${NL_PEOPLE})`),
    find(`(?:${NL_PEOPLE}) .*(?:komt|staat|begint|start|is er|bij (?:u|je|jullie)|${NL_THEY})`),
    find(`(?!(?:${NL_NO_DEED}) )(?![a-zë]+[dt]e )[a-zë]{3,} (?:het |dit |dat |u |je )?ik`),
    new RegExp(`^\\W*(?:en |dan |maar |want |dus |dat )?ik (?!(?:${NL_NO_DEED})(?![a-zë]))(?![a-zë]+[dt]e(?![a-zë]))[a-zë]{3,}`, 'u'),
    find(`(?!(?:${NL_NO_DEED}) )[a-zë]{2,}en (?:het |dit |dat |u |je )?(?:we|wij)`),
    new RegExp(`^\\W*(?:en |dan |maar |want |dus |dat )?(?:we|wij) (?!(?:${NL_NO_DEED})(?![a-zë]))[a-zë]{2,}en(?![a-zë])`, 'u'),
    find(`(?:ik ga|ga ik|(?:we|wij) gaan|gaan (?:we|wij))(?!.*(?:vakantie|dicht|weg|naar huis|sluiten|verhuizen|verbouwen|op reis|vieren|open|in gesprek|lunchen|aan de slag))`),
    find(`(?:uw|je|jouw|de) (?:pakket|pakketje|bestelling|offerte|fiets|factuur|onderdelen|sleutel|zending) (?:komt|gaat|volgt|vertrekt)`),
    find(`hang(?:t|en)? .*aan de (?:lijn|telefoon)`),
    find(`laa?t(?:en)? .*(?:weten|horen|zien)`),
    find(`(?:reageert|antwoordt|belt .*terug|krijgt .*van (?:ons|mij|me))`),
    find(`(?:zal|zullen|ga|gaan|gaat|probeer|proberen|probeert|streef|streven|best|beloof|beloven|zorg|zorgen) .*(?:${NL_INFINITIVE})`),
    find(`(?:${NL_YOU}) (?:[^\\s]+ ){0,12}?(?:hoort|hoor|verneemt|ontvangt|ontvang|krijgt|krijg)`),
    find(`(?:hoort|hoor|verneemt|ontvangt|ontvang|krijgt|krijg) (?:het |dit |dat )?(?:u|je|jij)`),
    find(`(?:jullie (?:[^\\s]+ ){0,9}?(?:horen|ontvangen|krijgen|hebben)|(?:horen|ontvangen|krijgen|hebben) jullie)`),
    find(`(?:heeft|hebt|heb) (?:u|je) (?!.*(?:afspraak|les|keuze|recht|tijd|vrij|gesprek|vragen|vraag)).*(?:de|het|een|uw|jouw|alles)`),
    find(`(?:is|zijn) (?:[^\\s]+ )*(?:overmorgen|morgen) .*(?:${NL_DONE})`),
    find(`(?:heeft|hebt|heb) (?:u|je|jij) .*van (?:mij|me|ons)`),
    find(`(?:heeft|hebt|heb) .*(?:${NL_THING}|huis|binnen|mailbox|inbox|brievenbus|terug|gebeld|gehoord)`),
    find(`(?:word|wordt|worden) .*(?:${NL_DONE})|(?:${NL_DONE}) (?:word|wordt|worden)`),
    find(`(?:heb|hebben|heeft) .*(?:klaar|gereed|oplossing|antwoord|uitsluitsel|voorstel)`),
    find(`volgt|volgen`),
    find(`(?:staat|staan|is|zijn|ligt|hebben|heeft|hebt) .*(?:op (?:uw|je|jouw) rekening|voor (?:de|uw|je) deur|op de stoep)`),
    find(`(?:is|zijn|staat|staan|ligt|liggen) .*(?:klaar|gereed|in orde|geregeld|bij (?:u|je)|in (?:uw|je) (?:mail|mailbox|inbox|bus|brievenbus))|(?:klaar|gereed) (?:is|zijn|staat|ligt)`),
    find(`(?:u|je|jullie) .*(?:kunt|kan|kunnen|mag) .*(?:verwachten|tegemoet ?zien|rekenen)|(?:kunt|mag|kan) (?:u|je) .*(?:verwachten|tegemoet ?zien|rekenen)`),
    find(`(?:kan|kunnen) .*(?:meer|antwoord|uitsluitsel|duidelijkheid) .*(?:vertellen|geven|zeggen|melden)|meer te kunnen (?:vertellen|zeggen)`),
    find(`weet (?:u|je) (?:meer|waar|of|wat|hoe|wanneer)`),
    // "Bel je morgen!"
    /^\W*(?:bel|mail|app|spreek) (?:je|u)(?!\p{L})/u,
  ],
  saysOn: [find(`(?:${NL_I}|${NL_WE}|laat|laten|neem|nemen|${NL_THEY}|${NL_INFINITIVE})`)],
  ourSubject: find(`ik|we|wij|mijn collega|collega|onze [a-z]+|de monteur`),
  denies: find(`niet(?! later| langer)|niets|geen|nooit|niemand|nergens|hopelijk|misschien|wellicht`),
  unsays: [
    find(`hopelijk|hoop|hopen|hoopt|misschien|wellicht|mogelijk|mogelijkerwijs|waarschijnlijk|eventueel`),
    find(`zou|zouden|had|hadden|wilde|wilden|kon|konden|was|waren|werd|werden|geweest`),
    find(`(?:u|je|jij|jullie) (?:kunt|kan|kunnen|mag|mogen|moet|moeten|dient|dienen|hoeft)(?!.*(?:verwachten|tegemoet|rekenen))|(?:kunt|kan|mag|moet|dient|hoeft|wilt|wil|zou) (?:u|je|jij|jullie)(?!.*(?:verwachten|tegemoet|rekenen))`),
    find(`(?:ik|we|wij) kan|(?:ik|we|wij) kunnen|kan ik|kunnen (?:we|wij)`),
    find(`(?:laat|bel|belt|mail|mailt|stuur|stuurt|geef|geeft|neem|neemt|app|appt|breng|brengt|kom|komt) (?:u |je |dan |gerust |even |het |dit |a\\.u\\.b\\. )*(?:ons|mij|me|naar de|naar onze)`),
    /^\W*(?:belt|mailt|stuurt|laat|geeft|neemt|komt|brengt|reageert|zorgt) u(?!\p{L})/u,
    /^\W*(?:laat|neem|geef|breng|stuur|zorg|kom|meld|reageer|vraag|haal|betaal|maak|houd|hou|vergeet|denk|kijk|check|controleer|zet|doe|schrijf|regel|lever)(?!\p{L}| ik| we| wij)/u,
    find(`(?:als|indien) (?:het|dat|alles) (?:even )?(?:lukt|kan|meezit|mogelijk is|goed gaat)|indien mogelijk|zo mogelijk|als ik tijd heb|onder voorbehoud`),
    find(`gerust|alstublieft|a\\.?u\\.?b\\.?|s\\.?v\\.?p\\.?|svp|aub|graag van u|van u graag|horen (?:we|wij|ik)? ?graag|hoor ik graag|ontvangen (?:we|wij) graag|graag (?:ontvangen|ontvang|horen|hoor)`),
    find(`(?:als|indien|mocht|wanneer|tenzij) (?:u|je|jij|jullie)(?!.*(?:goed vindt|wilt|schikt|uitkomt|prettig vindt))`),
    find(`vakantie|vrij|afwezig|gesloten|dicht|open|geopend|bereikbaar|jarig|ziek`),
    find(`(?:(?:heb|hebben) (?:ik|we|wij)|(?:ik|we|wij) (?:heb|hebben)) .*(?:${NL_PARTICIPLE})`),
    find(`(?:vraag|vragen|verzoek|verzoeken) .*te|pas weer|weer pas`),
  ],
  unsaysAll: [
    find(`(?:zei|zeiden|schreef|schreven|vroeg|vroegen|vertelde|meldde|mailde|belde) (?:u|je|ons|mij|dat|of)|(?:u|je|jij) (?:zei|schreef|vroeg|vertelde|meldde|mailde|belde|gaf aan|wilde|had)`),
    /^\W*(?:wat )?(?:fijn|leuk|goed|jammer|vervelend|prettig|mooi|naar|dank|bedankt|top|super)(?: te horen)? dat (?:u|je|jullie|wij|we|ik)(?!\p{L})(?!.*,)/u,
    find(`mocht u|mocht je|mochten jullie`),
    /^\W*(?:als|indien|wanneer) (?:u|je|jij|jullie)(?!\p{L})(?!.*(?:goed vindt|wilt,|schikt|uitkomt|prettig vindt))/u,
    /^\W*(?:hoort|hoor|heeft|heb|ontvangt|krijgt) (?:u|je)(?!\p{L}).*(?:niets|niet|geen)(?!\p{L}).*(?:bel|mail|neem|laat)/u,
  ],
  conjunctions: /,|;|:(?!\d)|\s(?=(?:maar|en|want|dus|zodat|omdat|aangezien|doch|waarna|of)\s)|\s[-–—]\s/gu,
  asks: /^\W*(?:zal|zullen|kan|kunnen|kunt|mag|mogen|wil|wilt|zou|zouden|schikt|past|lukt|komt het|is het|vindt|vind|heeft u liever|wanneer|hoe laat|welke|wat|waarom) /u,
  then: find(`dan|daarna|(?:die|de)?zelfde dag|die dag|meteen|direct`),
  otherMoment: /(?:^|[^\p{L}])(?:vanaf|sinds|tot|t\/m|tot en met|geldig tot|(?<!loop |einde? |begin |rest )van)\s+(?:op\s+|de\s+|het\s+)?$/u,
}

// English

const EN_DO = any(`call ring phone telephone email e-mail mail write text message whatsapp send post forward contact update inform notify
  reply respond answer confirm check look find sort fix repair deliver ship bring drop visit come arrive refund pay transfer arrange
  report replace discuss speak talk tell give have do let complete finish finalise prepare book order collect install dispatch return try collect handle
  share provide investigate handle deal follow chase see show advise explain review process resolve`)
const EN_DOING = any(`trying collecting updating informing calling ringing phoning emailing mailing writing texting sending posting coming delivering shipping visiting getting
  dropping bringing contacting following repairing`)
const EN_DONE = any(`ready delivered shipped sent posted repaired fixed paid refunded transferred done sorted finished completed
  dispatched installed replaced returned processed resolved collected answered available credited handled prepared emailed`)
const EN_WILL = `will|[a-z]+'ll|shall|[a-z]+'m going to|[a-z]+'re going to|am going to|are going to|is going to|aim to|aims to|try to|tries to|strive to|endeavour to|intend to|promise to|plan to|do (?:my|our) best to`
/** What we are, do or feel without promising anything: after "I will" any other verb counts. */
const EN_NO_DEED = any(`be have see miss need celebrate attend travel close open move hope wait stay work go know want like love remain
  look not never probably hopefully likely then also always only still now soon personally gladly certainly definitely of course try
  start begin launch host hold spend enjoy continue expect receive hear`)
const EN_PEOPLE = any(`mechanic engineer plumber courier driver fitter technician colleague team painter electrician gardener cleaner doctor
  dentist vet nurse lawyer accountant manager planner adviser advisor agent specialist workshop builder carpenter decorator`)
const EN_THING = any(`answer reply response news quote update word message call email invoice bike order parcel key refund money`)

const ENGLISH: PromiseCues = {
  says: [
    find(`(?:${EN_WILL}) (?:(?!you )[^\\s]+ ){0,5}?(?:${EN_DO})`),
    find(`(?:${EN_WILL}) .*(?:be in touch|get in touch|reach out|get back to|come back to|be with you|get this|get it|get your|get you|make sure|know more|pop)`),
    find(`(?:i|we|he|she|they) (?:(?:always|usually|normally|then|do) )?(?:call|ring|phone|email|reply|respond|answer|get back|come back|send|promise|guarantee|commit)`),
    find(`(?:i|we) can (?:promise|guarantee|assure|confirm)`),
    find(`(?:will|[a-z]+'ll) be (?!(?:clos|open|start|hav|mov|leav|travel|attend|work|rain|snow|celebrat|tak)[a-z]*ing)[a-z]+ing`),
    find(`(?:should|ought to) be (?:${EN_DONE})|will follow|to follow|follows`),
    find(`revert to you|you (?:get|receive)`),
    find(`(?:an|your|our) (?:answer|reply|response|quote) (?:is |comes )?(?:by|before|within|on|tomorrow|today)`),
    find(`your [a-z]+(?: [a-z]+)? (?:will|is going to) (?:go out|leave|arrive|follow|come|reach|ship|be)`),
    find(`(?:${EN_PEOPLE}) (?:comes|calls|visits|rings|arrives|starts|begins|delivers|will(?! be (?:off|away|out|back)))`),
    find(`(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to) (?:(?:also|then|personally|gladly|certainly|definitely|of course|now|first|try to|make sure to) )*(?!(?:${EN_NO_DEED})(?![a-z]))[a-z]{2,}`),
    find(`be back (?:to|with) (?:you|an answer|a)`),
    find(`(?:i'm|we're|he's|she's|i am|we are|(?:${EN_PEOPLE}) is) (?:${EN_DOING})`),
    find(`(?:call|ring|phone|telephone|email|text|update|contact|inform|notify|message) you`),
    find(`let you know|get back to you|come back to you|in touch|follow up with you`),
    find(`you(?:'ll| will| should| shall) (?:[^\\s]+ ){0,4}?(?:hear|get|receive|know|see|find)`),
    find(`you(?:'ll| will| should| shall) (?:[^\\s]+ ){0,4}?have .*(?:${EN_THING}|it|them|that)`),
    find(`you(?:'ll| will| shall) be (?:called|contacted|phoned|emailed|informed|notified|refunded|told)`),
    find(`(?:you )?(?:can|may) (?:expect|count on|rely on)|^\\W*expect (?:a|an|our|my|to hear)|expect (?:a|our|my) (?:call|reply|answer)`),
    find(`(?:will|[a-z]+'ll|shall|going to) (?:[^\\s]+ ){0,3}?be (?:[^\\s]+ ){0,3}?(?:${EN_DONE}|with you|in your|on its way|at your)`),
    find(`(?:is|are) ready`),
  ],
  saysOn: [find(`${EN_DO}|get back|get in touch|be in touch`)],
  ourSubject: find(`i|we|i'll|we'll|let me|my colleague|our [a-z]+`),
  denies: /(?<!\p{L})(?:not(?! later)|never|cannot|no longer|unable|nobody)(?!\p{L})|n't(?!\p{L})/u,
  unsays: [
    find(`hope|hopes|hopefully|maybe|perhaps|might|possible|possibly|probably|likely`),
    find(`would|could|should have|was|were|had|did|used to`),
    find(`you (?:can|could|may|must|need|have to|should)(?! expect| count| rely| hear| get| receive| know| have (?:an|a|our|my|your|the|it))|you will (?:have|need) to`),
    find(`(?:i|we) (?:can|could|may)(?! promise| guarantee| assure| confirm)`),
    /^\W*(?:and |so |then |kindly |just )*(?:please|kindly)(?!\p{L})(?! allow me| let me| bear)/u,
    find(`please(?! allow me| let me| bear)|(?:call|ring|phone|email|text|contact|tell|send|let|give|write to) (?:us|me)(?! (?:check|find|look|ask|see))|hearing from you|hear from you|look forward|looking forward`),
    find(`(?:if|unless|in case|should|when|once) you(?! (?:like|wish|prefer|don't mind|agree))`),
    find(`holiday|on leave|day off|closed|back in the office|out of (?:the )?office|available by phone|(?:am|is|are|be|i'm|we're) (?:[^\\s]+ )?(?:off|open|away|back(?! to you| with)|out|shut)|expires?|(?:will|'ll) (?:start|begin|end|close|open)`),
    find(`if (?:possible|all goes well|i can|we can|i get the chance|i have time)|time permitting|all being well|subject to`),
    find(`(?:i|we|i've|we've) (?:have|received|called|sent|spoke|emailed|asked|phoned|rang)`),
  ],
  unsaysAll: [
    find(`you (?:said|wrote|asked|told|mentioned|called|emailed|thought|wanted)`),
    /^\W*(?:if|unless|in case|should|when|once) you(?!\p{L})(?! (?:like|wish|prefer|agree))/u,
    /^\W*(?:bring|come|drop|send|call|ring|give us|let us|feel free)(?!\p{L})(?! you)/u,
  ],
  conjunctions: /,|;|:(?!\d)|\s(?=(?:but|and|because|so|since|or|then|as)\s)|\s[-–—]\s/gu,
  asks: /^\W*(?:shall|will|can|could|may|would|should|is|are|do|does|did|have|when|what|which|how|why) (?:i|we|you|it|that|the|there|friday|time|day|me)(?!\p{L})/u,
  then: find(`then|afterwards|(?:the )?same day|that day|straight away|right away|immediately`),
  otherMoment: /(?:^|[^\p{L}])(?:from|since|(?<!give (?:me|us) )(?:until|till)|as of|starting|valid until|(?<!end |start |middle |beginning |rest |close )of)\s+(?:the\s+)?$/u,
}

export const PROMISE_CUES: Readonly<Record<Language, PromiseCues>> = { nl: DUTCH, en: ENGLISH }

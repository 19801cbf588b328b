import { any, find } from './promise-cue.ts'
import type { PromiseCues } from './promise-cue.ts'

// How a shop promises in Dutch, and how it does not.

/** ik … */
const NL_I = any(`bel mail app sms stuur zend schrijf beantwoord reageer informeer meld kom geef zoek regel bezorg breng
  lever repareer maak kijk doe zorg verzend verstuur bevestig bespreek vertel spreek pak handel los haal plaats
  monteer vervang help beloof controleer bestel stort betaal probeer koppel zet leg onderzoek meet bereken reken
  schakel verwerk annuleer wijzig reserveer bewaar inspecteer herstel los rond`)
/** wij … */
const NL_WE =
  any(`bellen mailen appen sturen zenden schrijven antwoorden beantwoorden reageren informeren berichten melden komen geven
  zoeken regelen bezorgen brengen leveren repareren maken checken kijken vragen doen zorgen verzenden versturen bevestigen bespreken
  vertellen spreken overleggen pakken handelen lossen halen plaatsen monteren vervangen helpen controleren bestellen boeken storten
  betalen proberen koppelen zetten leggen onderzoeken testen meten berekenen schakelen verwerken annuleren wijzigen plannen reserveren
  bewaren inspecteren herstellen ronden`)
/** hij, zij, onze monteur … */
const NL_THEY =
  any(`belt mailt appt stuurt zendt schrijft antwoordt beantwoordt reageert informeert bericht meldt komt geeft zoekt regelt
  bezorgt brengt levert repareert maakt checkt kijkt vraagt doet zorgt verzendt verstuurt bevestigt bespreekt vertelt spreekt overlegt
  haalt plaatst monteert vervangt helpt controleert probeert koppelt onderzoekt verwerkt herstelt`)
const NL_INFINITIVE = `${NL_WE}|${any(`terugbellen opbellen nabellen doormailen terugmailen toesturen opsturen doorsturen nasturen toezenden
  laten uitzoeken nazoeken nakijken navragen doorgeven terugkomen langskomen opnemen terugkoppelen bijpraten ophalen afleveren
  aanpakken oplossen afhandelen klaarmaken klaarzetten rondmaken afronden terugstorten terugbetalen overmaken weten`)}`
const NL_DONE =
  any(`gebeld teruggebeld opgebeld gemaild geholpen geïnformeerd benaderd bezorgd geleverd afgeleverd thuisbezorgd verzonden
  verstuurd gestuurd opgestuurd toegestuurd nagestuurd gerepareerd gemaakt teruggestort teruggestuurd terugbetaald overgemaakt
  uitbetaald betaald opgelost uitgevoerd geplaatst gemonteerd vervangen geregeld opgehaald nagekeken beantwoord behandeld afgehandeld
  gecontroleerd gebracht teruggebracht uitgezocht hersteld verwerkt gecrediteerd`)
const NL_THING =
  any(`antwoord reactie bericht offerte duidelijkheid uitsluitsel nieuws voorstel prijsopgave bevestiging factuur terugkoppeling
  uitslag telefoontje belletje mail mailtje fiets sleutel bestelling pakket onderdeel geld prijs datum tijd oplossing resultaat`)
/** What was done: "heb ik gisteren verstuurd". */
const NL_PARTICIPLE = `(?<![a-zë])(?!bericht|besluit|beeld|overzicht|onderhoud|geduld|geluid|gehoord|verband)(?:(?:aan|af|bij|door|in|mee|na|om|op|over|tegen|terug|thuis|toe|uit|voor|vast|weg|klaar|rond|langs)?ge[a-zë]{2,}(?:d|t|en)|(?:be|ver|her|ont|over|onder)[a-zë]{2,}(?:d|t|en))`
/** What we do, are, feel or have without promising anything: after "ik" and "wij" any other verb counts. */
const NL_NO_DEED =
  any(`ben zijn heb hebben zit zitten werk werken sluit sluiten open openen hoop hopen kan kunnen wil willen zou zouden moet
  moeten mag mogen vind vinden weet weten wist denk denken hoor horen ontvang ontvangen zie zien zag lees lezen las begrijp begrijpen
  snap snappen wacht wachten verwacht verwachten heet heten vier vieren vergader vergaderen verhuis verhuizen ga gaan verzoek verzoeken
  vraag vragen wens wensen dank danken bedank bedanken begin beginnen start starten word worden blijf blijven krijg krijgen merk merken
  was waren had hadden sprak spraken kreeg kregen gaf gaven nam namen kwam kwamen verkoop verkopen bied bieden hanteer hanteren sta staan
  lig liggen geloof geloven voel voelen mis missen hou houd houden hecht stel stellen raad raden durf neem nemen laat laten zal zullen
  verneem vernemen zoals als dat die wat of en maar want u je jou jullie ook het er nog dan al hier daar graag morgen vandaag
  niet me mij ons zelf nu even wel weer op om in met aan van voor naar bij tot zo heel erg verwelkom verwelkomen ontmoet ontmoeten
  rijd rijden ruil ruilen verbouw verbouwen presenteer presenteren lanceer lanceren organiseer organiseren draai draaien adviseer adviseren een de geen ontmoet studeer studeren train trainen`)
const NL_PEOPLE =
  any(`monteur bezorger koerier chauffeur collega installateur loodgieter schilder technicus vakman tandarts dokter arts huisarts
  dierenarts advocaat notaris boekhouder makelaar adviseur manager planner docent elektricien timmerman stukadoor hovenier schoonmaker
  glaszetter dakdekker medewerker specialist team afdeling planning werkplaats klantenservice administratie`)
/** Who is not us: what they do is no promise of ours. */
const NL_OTHERS =
  any(`belastingdienst gemeente verzekeraar verzekering leverancier fabrikant importeur groothandel bank politie klant rechtbank
  douane post overheid fabriek magazijn`)
const NL_YOU = 'u|je|jij|jou|jullie'

export const DUTCH_CUES: PromiseCues = {
  says: [
    find(`ik (?:[^\\s]+ ){0,9}?(?<!(?:uw|je|jouw|de|het|een|die|deze|dit|per|via|mijn|onze|ons|geen) )(?:${NL_I})`),
    find(`(?:${NL_I}) (?:het |u |je |dat )?ik`),
    find(`(?:we|wij) (?:[^\\s]+ ){0,9}?(?:${NL_WE})`),
    find(`(?:${NL_WE}) (?:het |u |je |dat )?(?:we|wij)`),
    find(`(?:${NL_THEY}) (?:het |dit |dat |zich )?(?:vandaag |morgen )?(?:${NL_YOU}|uw|jouw)`),
    find(`(?:${NL_YOU}) .*(?:${NL_THEY}|bel|mail)`),
    find(
      `(?:neem|neemt|nemen|zoek|zoekt|zoeken|leg|legt|leggen) .*contact|contact .*(?:opneemt|opneem|opnemen|op te nemen)`,
    ),
    find(`(?:${NL_WE}) (?:het |dit |dat )?(?:u|je|jullie)`),
    find(`(?:ze|zij) (?:[^\\s]+ ){0,6}?(?:${NL_WE})`),
    // "Peter belt morgen", but not "als u belt".
    find(`(?<!(?:u|je|jij) )(?:belt|mailt|appt)`),
    find(`kom(?:t|en)? .*(?:langs|terug|bij (?:u|je|jullie)|naar (?:u|je|jullie)|thuis|(?:uw|je|jouw) kant)`),
    find(`komt (?:de|onze|een|mijn) (?:${NL_PEOPLE})`),
    find(`(?:${NL_PEOPLE}) .*(?:komt|staat|begint|start|is er|bij (?:u|je|jullie)|${NL_THEY})`),
    find(`(?!(?:${NL_NO_DEED}) )(?![a-zë]+[dt]e )[a-zë]{3,} (?:het |dit |dat |u |je )?ik`),
    new RegExp(
      `^\\W*(?:en |dan |maar |want |dus |dat )?ik (?!(?:${NL_NO_DEED})(?![a-zë]))(?![a-zë]+[dt]e(?![a-zë]))[a-zë]{3,}`,
      'u',
    ),
    find(`(?!(?:${NL_NO_DEED}) )[a-zë]{2,}en (?:het |dit |dat |u |je )?(?:we|wij)`),
    new RegExp(
      `^\\W*(?:en |dan |maar |want |dus |dat )?(?:we|wij) (?!(?:${NL_NO_DEED})(?![a-zë]))[a-zë]{2,}en(?![a-zë])`,
      'u',
    ),
    find(
      `(?:ik ga|ga ik|(?:we|wij) gaan|gaan (?:we|wij))(?!.*(?:vakantie|dicht|weg|naar huis|sluiten|verhuizen|verbouwen|op reis|vieren|open|in gesprek|lunchen|aan de slag|uitje|teamuitje|cursus|training|beurs|congres|stoppen|staken))`,
    ),
    find(
      `(?:uw|je|jouw|de) (?:pakket|pakketje|bestelling|offerte|fiets|factuur|onderdelen|sleutel|zending) (?:komt|gaat|volgt|vertrekt)`,
    ),
    find(`hang(?:t|en)? .*aan de (?:lijn|telefoon)`),
    find(`laa?t(?:en)? .*(?:weten|horen|zien)`),
    find(`(?:reageert|antwoordt|belt .*terug|krijgt .*van (?:ons|mij|me))`),
    find(
      `(?:zal|zullen|ga|gaan|gaat|probeer|proberen|probeert|streef|streven|best|beloof|beloven|zorg|zorgen) .*(?:${NL_INFINITIVE})`,
    ),
    find(`(?:${NL_YOU}) (?:[^\\s]+ ){0,12}?(?:hoort|hoor|verneemt|ontvangt|ontvang|krijgt|krijg)`),
    find(`(?:hoort|hoor|verneemt|ontvangt|ontvang|krijgt|krijg) (?:het |dit |dat )?(?:u|je|jij)`),
    find(`(?:jullie (?:[^\\s]+ ){0,9}?(?:horen|ontvangen|krijgen|hebben)|(?:horen|ontvangen|krijgen|hebben) jullie)`),
    find(
      `(?:heeft|hebt|heb) (?:u|je) (?!.*(?:afspraak|les|keuze|recht|tijd|vrij|gesprek|vragen|vraag)).*(?:de|het|een|uw|jouw|alles)`,
    ),
    find(`(?:is|zijn) (?:[^\\s]+ )*(?:overmorgen|morgen) .*(?:${NL_DONE})`),
    find(`(?:heeft|hebt|heb) (?:u|je|jij) .*van (?:mij|me|ons)`),
    find(`(?:heeft|hebt|heb) .*(?:${NL_THING}|huis|binnen|mailbox|inbox|brievenbus|terug|gebeld|gehoord)`),
    find(
      `(?:word|wordt|worden) (?!.*(?:gesloten|verwacht|gehouden|gevierd|geopend|verbouwd|gevraagd|verzocht|geacht|verhoogd|verlaagd))(?:[^\\s]+ )*(?:${NL_PARTICIPLE})`,
    ),
    find(`(?:vindt|ziet) .*(?:mailbox|inbox|mail|brievenbus|rekening)`),
    find(`(?:word|wordt|worden) .*(?:${NL_DONE})|(?:${NL_DONE}) (?:word|wordt|worden)`),
    find(`(?:heb|hebben|heeft) .*(?:klaar|gereed|oplossing|antwoord|uitsluitsel|voorstel)`),
    find(`volgt|volgen|weet ik meer|weten (?:we|wij) meer`),
    find(`(?:ben ik|zijn (?:we|wij)) (?:er|bij (?:u|je|jullie))(?!.*weer)|ik ben (?:er )?.*bij (?:u|je|jullie)`),
    find(`laat .*(?:${NL_INFINITIVE})`),
    find(`(?:in huis|binnen|terug|klaar) (?:heeft|hebt|hebben|heb)`),
    find(
      `(?:staat|staan|is|zijn|ligt|hebben|heeft|hebt) .*(?:op (?:uw|je|jouw) rekening|voor (?:de|uw|je) deur|op de stoep)`,
    ),
    find(
      `(?:is|zijn|staat|staan|ligt|liggen) .*(?:klaar|gereed|in orde|geregeld|bij (?:u|je)|in (?:uw|je) (?:mail|mailbox|inbox|bus|brievenbus))|(?:klaar|gereed) (?:is|zijn|staat|ligt)`,
    ),
    find(
      `(?:u|je|jullie) .*(?:kunt|kan|kunnen|mag) .*(?:verwachten|tegemoet ?zien|rekenen|beschikken)|(?:kunt|mag|kan) (?:u|je) .*(?:verwachten|tegemoet ?zien|rekenen|beschikken)`,
    ),
    find(
      `(?:kan|kunnen) .*(?:meer|antwoord|uitsluitsel|duidelijkheid) .*(?:vertellen|geven|zeggen|melden)|te kunnen (?:vertellen|zeggen|geven|melden|sturen|leveren|bellen)|te kunnen laten weten|klaar te hebben`,
    ),
    find(`weet (?:u|je|jij)`),
    // "Bel je morgen!"
    /^\W*(?:bel|mail|app|spreek) (?:je|u)(?!\p{L})/u,
  ],
  saysOn: [
    new RegExp(`^\\W*(?:en|dan) (?!(?:${NL_NO_DEED})(?![a-zë]))[a-zë]{2,}en(?= )`, 'u'),
    find(`(?:${NL_I}|${NL_WE}|laat|laten|neem|nemen|${NL_THEY}|${NL_INFINITIVE})`),
  ],
  ourSubject: find(`ik|we|wij|mijn collega|collega|onze [a-z]+|de monteur`),
  denies: find(
    `niet(?! later| langer|(?: [^\\s]+){1,4},? maar )|niets|geen|nooit|niemand|nergens|hopelijk|misschien|wellicht`,
  ),
  unsays: [
    find(
      `hopelijk|hoop|hopen|hoopt|misschien|wellicht|(?<!zo [a-z]+ )mogelijk|mogelijkerwijs|waarschijnlijk|eventueel`,
    ),
    find(`zou|zouden|had|hadden|wilde|wilden|kon|konden|was|waren|werd|werden|geweest`),
    find(
      `(?:u|je|jij|jullie) (?:kunt|kan|kunnen|mag|mogen|moet|moeten|dient|dienen|hoeft)(?!.*(?:verwachten|tegemoet|rekenen|beschikken))|(?:kunt|kan|mag|moet|dient|hoeft|wilt|wil|zou) (?:u|je|jij|jullie)(?!.*(?:verwachten|tegemoet|rekenen|beschikken))`,
    ),
    find(
      `(?:(?:ik|we|wij) (?:kan|kunnen)|(?:kan|kunnen) (?:ik|we|wij))(?!.*(?:klaar hebben|meer vertellen|antwoord geven|uitsluitsel geven))`,
    ),
    find(
      `(?:laat|bel|belt|mail|mailt|stuur|stuurt|geef|geeft|neem|neemt|app|appt|breng|brengt|kom|komt) (?:u |je |dan |gerust |even |het |dit |a\\.u\\.b\\. )*(?:ons|mij|me|naar de|naar onze)`,
    ),
    /^\W*(?:belt|mailt|stuurt|laat|geeft|neemt|komt|brengt|reageert|zorgt) u(?!\p{L})/u,
    /^\W*(?:laat|neem|geef|breng|stuur|zorg|kom|meld|reageer|vraag|haal|betaal|maak|houd|hou|vergeet|denk|kijk|check|controleer|zet|doe|schrijf|regel|lever)(?!\p{L}| ik| we| wij)/u,
    find(
      `(?:als|indien) (?:het|dat|alles) (?:even )?(?:lukt|kan|meezit|mogelijk is|goed gaat)|indien mogelijk|zo mogelijk|als ik tijd heb|onder voorbehoud`,
    ),
    find(
      `gerust|alstublieft|a\\.?u\\.?b\\.?|s\\.?v\\.?p\\.?|svp|aub|graag van u|van u graag|horen (?:we|wij|ik)? ?graag|hoor ik graag|ontvangen (?:we|wij) graag|graag (?:maak|maken|plan|plannen|zie|zien|spreek|spreken|ontvangen|ontvang|horen|hoor)`,
    ),
    find(
      `(?:als|indien|mocht|wanneer|tenzij) (?:u|je|jij|jullie)(?!.*(?:goed vindt|wilt|schikt|uitkomt|prettig vindt))`,
    ),
    find(`vakantie|vrij|afwezig|gesloten|dicht|open|geopend|bereikbaar|jarig|ziek`),
    find(`(?:heb|hebben|heeft|hebt) .*(?:${NL_PARTICIPLE})`),
    find(
      `(?:word|wordt|worden) .*(?:verlengd|opgezegd|stopgezet|verplaatst|verzet|gewijzigd|geïnd|afgeschreven|geïncasseerd|beëindigd)`,
    ),
    new RegExp(`^\\W*(?:de|het|uw|onze|een) (?:${NL_OTHERS})(?![a-zë])(?!.*(?<![a-zë])(?:ik|we|wij)(?![a-zë]))`, 'u'),
    find(`(?:vraag|vragen|verzoek|verzoeken) .*te|pas weer|weer pas`),
  ],
  unsaysAll: [
    find(
      `(?:zei|zeiden|schreef|schreven|vroeg|vroegen|vertelde|meldde|mailde|belde) (?:u|je|ons|mij|dat|of)|(?:u|je|jij) (?:zei|schreef|vroeg|vertelde|meldde|mailde|belde|gaf aan|wilde|had)`,
    ),
    /^\W*(?:wat )?(?:fijn|leuk|goed|jammer|vervelend|prettig|mooi|naar|dank|bedankt|top|super)(?: te horen)? dat (?:u|je|jullie|wij|we|ik)(?!\p{L})(?!.*,)/u,
    find(`mocht u|mocht je|mochten jullie`),
    /^\W*(?:als|indien|wanneer) (?:u|je|jij|jullie)(?!\p{L})(?!.*(?:goed vindt|wilt,|schikt|uitkomt|prettig vindt))/u,
    /^\W*(?:hoort|hoor|heeft|heb|ontvangt|krijgt) (?:u|je)(?!\p{L}).*(?:niets|niet|geen)(?!\p{L}).*(?:bel|mail|neem|laat)/u,
  ],
  conjunctions: /,|;|:(?!\d)|\s(?=(?:maar|en|want|dus|zodat|omdat|aangezien|doch|waarna|of)\s)|\s[-–—]\s/gu,
  asks: /^\W*(?:zal|zullen|kan|kunnen|kunt|mag|mogen|wil|wilt|zou|zouden|schikt|past|lukt|komt het|is het|vindt|vind|heeft u liever|wanneer|hoe laat|welke|wat|waarom) /u,
  follows: find(
    `dan|daarna|(?:die|de)?zelfde dag|die dag|meteen|direct|en (?:laat|laten|neem|nemen|bel|bellen|mail|mailen|stuur|sturen|kom|komen)`,
  ),
  otherMoment:
    /(?:^|[^\p{L}])(?:vanaf|sinds|tot|t\/m|tot en met|geldig tot|(?<!loop |einde? |begin |rest )van)\s+(?:op\s+|de\s+|het\s+)?$/u,
}

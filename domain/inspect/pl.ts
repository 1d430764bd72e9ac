import type { Lexicon } from "./lexicon.ts";

const days =
  "dziś|dzisiaj|jutra|jutro|północy|północ|poniedziałku|wtorku|środy|czwartku|piątku|soboty|niedzieli|końca|weekend\\p{L}*|świąt";

export const pl: Lexicon = {
  stopWords:
    "w i na nie się że z do to jest o po co za twój twoje twoim ci czy dla są jak od jeśli by nam my już tu te masz",
  numberWords:
    "dwa|dwie|dwóch|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć|dwanaście|piętnaście|dwadzieścia|trzydzieści|czterdzieści|pięćdziesiąt|sto|tysiąc|tuzin",
  timeUnits: "godzin\\p{L}*|dni|dzień|minut\\p{L}*|tydzień|tygodni\\p{L}*",
  percent: "procent\\p{L}*",
  currency: "złot(?:y|e|ych|ego)|zł|groszy|euro|dolar\\p{L}*|funt\\p{L}*",
  shipping:
    "(?:darmow|bezpłatn)\\p{L}* (?:\\p{L}+ )?(?:dostaw|wysyłk|przesyłk)\\p{L}*|(?:dostaw|wysyłk|przesyłk)\\p{L}* (?:\\p{L}+ ){0,2}(?:gratis|za darmo|darmow\\p{L}*|bezpłatn\\p{L}*|0 zł)|bez (?:kosztów|opłat) (?:dostawy|wysyłki|przesyłki)|(?:pokryjemy|pokrywamy|zapłacimy) (?:\\p{L}+ ){0,3}(?:dostaw|wysyłk)\\p{L}*",
  discount:
    "zapłać mniej|zapłacisz mniej|płacisz mniej|rabat\\p{L}*|zniż\\p{L}*|promocj\\p{L}*|promocyjn\\p{L}*|przecen\\p{L}*|obniż\\p{L}*|wyprzedaż\\p{L}*|kupon\\p{L}*|bon(?:u|em|y)?|taniej|tańsz\\p{L}*|oszczęd\\p{L}*|okazj\\p{L}*|(?:niższ|specjaln)\\p{L}* cen\\p{L}*",
  costless: "gratis|za darmo|darmow\\p{L}*|bezpłatn\\p{L}*|na nasz koszt|bez dopłat\\p{L}*",
  half: "połow\\p{L}* cen\\p{L}*|pół ceny|dwa w cenie jednego|drugi (?:\\p{L}+ )?gratis|kup jeden",
  gift: "prezent\\p{L}*|upomin\\p{L}*|próbk\\p{L}*|bonus\\p{L}*|cashback|punkt(?:y|ów)\\p{L}*|nagrod\\p{L}*|wygra\\p{L}*|losowani\\p{L}*",
  offer:
    "(?:nasz|t|twoj|specjaln)(?:a|ą|ę|ej|ją) (?:\\p{L}+ )?ofert\\p{L}*|ofert\\p{L}*|drobny gest|małe podziękowanie",
  code: "kod(?:u|em|y|zie|ów)?",
  deadline:
    "ograniczony czas|(?:kończy|wygasa|mija) (?:się )?(?:wkrótce|niedługo|już)|ostatni\\p{L}* (?:szans|okazj)\\p{L}*|pospiesz\\p{L}*|pośpiesz\\p{L}*|nie czekaj|zanim (?:się skończy|wygaśnie|będzie za późno|zniknie)|wygas\\p{L}*|przez krótki czas|termin\\p{L}*|czas ucieka",
  exactDeadline: `kilka (?:godzin|dni)|tylko (?:dziś|dzisiaj|jutro|do)|do (?:\\p{L}+ )?(?:${days})|(?:kończy|wygasa) (?:się )?(?:${days})|ostatni\\p{L}* (?:dzień|godzin\\p{L}*|dni)|północ\\p{L}*|(?:dostawa|wysyłka|dostarczymy) (?:\\p{L}+ )?(?:jutro|dziś|w \\p{L}+ dzień)`,
  stock:
    "(?:zostało|zostały|pozostało) (?:\\p{L}+ )?(?:tylko|kilka|niewiele|mało|sztuk\\p{L}*|ostatni\\p{L}*)|ostatni\\p{L}* sztuk\\p{L}*|wyprzeda(?:ne|ny|na|je)|wyczerp\\p{L}*|w magazynie|na stanie|dostępn\\p{L}*|zarezerwow\\p{L}*|rezerw\\p{L}*|odłożyliśmy|limitowan\\p{L}*|ograniczon\\p{L}* (?:ilość|liczb)\\p{L}*|(?:duż|wysok|ogromn)\\p{L}* (?:popyt|zainteresowani)\\p{L}*|szybko znika\\p{L}*|inni (?:klienci|ludzie)",
  guarantee:
    "gwaran\\p{L}*|zwrot\\p{L}* (?:pieniędzy|kosztów)|(?:darmow|łatw|bezpłatn)\\p{L}* zwrot\\p{L}*|bez ryzyka|satysfakcj\\p{L}*|zadowol\\p{L}*|najniższ\\p{L}* cen\\p{L}*|najlepsz\\p{L}* cen\\p{L}*",
  review:
    "gwiazd\\p{L}*|opini\\p{L}*|recenzj\\p{L}*|ocenian\\p{L}*|klienci (?:kochają|uwielbiają|mówią)|bestseller\\p{L}*|nagradzan\\p{L}*|polecan\\p{L}*|tysiące|miliony|popularn\\p{L}*|numer jeden",
  health:
    "lecz(?:y|nicz)\\p{L}*|uzdrawia\\p{L}*|kliniczn\\p{L}*|lekarz\\p{L}*|medyczn\\p{L}*|dermatolog\\p{L}*|schudn\\p{L}*|odchudz\\p{L}*|terap\\p{L}*|inwestycj\\p{L}*|zarob\\p{L}*",
  history:
    "witaj ponownie|witamy ponownie|stał\\p{L}* klient\\p{L}*|lojaln\\p{L}*|wiern\\p{L}*|(?:ostatni|poprzedni|wcześniejsz)\\p{L}* (?:zamówieni|zakup)\\p{L}*|kolejne zakupy|ponownie (?:u nas|z nami)|znów (?:u nas|z nami)|wracasz do nas",
  scraps:
    "wytyczn\\p{L}*|zgodn\\p{L}* z (?:wytycz|instruk|poleceni)\\p{L}*|poniżej (?:treść|tekst|wiadomość)|oto (?:treść|tekst|propozycja|wersja)|jasne! \\p{L}*|wymagan\\p{L}* ton\\p{L}*|szkic\\p{L}*|limit znaków|prompt\\p{L}*|zgodnie z prośbą",
  surprise:
    "niespodziank\\p{L}*|niespodziance|dodatkow\\p{L}*|dorzuc\\p{L}*|dołoży\\p{L}*|gratis\\p{L}*|prezent\\p{L}*|ekstra|extra|w pakiecie|upomin\\p{L}*",
  urgency:
    "zegar\\p{L}*|tyka|odlicz\\p{L}*|teraz albo nigdy|za późno|kończy|kończą|skończy\\p{L}*|koniec|przepad\\p{L}*|wkrótce|niebawem|niedługo|opróżni\\p{L}*|usuniemy|skasuj\\p{L}*|wyczyści\\p{L}*|godzin\\p{L}*|dni|dnia|tygod\\p{L}*|tydzień|miesiąc\\p{L}*|miesięc\\p{L}*|weekend\\p{L}*|dziś|dzisiaj|dzisiejsz\\p{L}*|jutr\\p{L}*|wczoraj|poniedział\\p{L}*|wtor(?:ek|ku)\\p{L}*|środ[aęy]|czwart(?:ek|ku)\\p{L}*|piąt(?:ek|ku)\\p{L}*|sobot\\p{L}*|niedziel\\p{L}*|północ\\p{L}*|styczni\\p{L}*|luty|lutego|marca|kwietni\\p{L}*|maja|czerwc\\p{L}*|lipc\\p{L}*|sierpni\\p{L}*|wrześni\\p{L}*|październik\\p{L}*|listopad\\p{L}*|grudni\\p{L}*|świąt\\p{L}*|święta|sezon\\p{L}*|szybk\\p{L}*|spiesz\\p{L}*|śpiesz\\p{L}*|pilnie|dopóki|póki|wygas\\p{L}*|na czas|jak najszybciej|termin\\p{L}*",
  delivery:
    "dostarcz\\p{L}*|dotrze\\p{L}*|dojdzie|przyjdzie|otrzymasz|u ciebie|w domu|pod drzwi|paczka (?:będzie|dotrze|jest)\\p{L}*|założysz|kurier\\p{L}*|ekspres\\p{L}*|wyśl(?:emy|ą)\\p{L}*|nadamy",
  demand:
    "ktoś inny|ktoś jeszcze|inni|inne osoby|innych|wszyscy|każdy|ulubie[nń]\\p{L}*|hit\\p{L}*|klientów|klientom|klienci|klientki|uwielbia\\p{L}*|kocha(?:ją|ny)\\p{L}*|trend\\p{L}*|mod(?:ny|ne|na|zie)|sukces\\p{L}*|pożądan\\p{L}*|rozchwytywan\\p{L}*|ma na to oko|na oku|fan(?:i|ów)|o nim mówi\\p{L}*|o niej mówi\\p{L}*",
  scarce:
    "powoli się|nie wystarczy|dla wszystkich|wyprzeda\\p{L}*|wyczerp\\p{L}*|rzadk\\p{L}*|ostatni\\p{L}*|zosta(?:ło|ły|je|ną) (?:mało|nie|już|tylko|kil|ju)\\p{L}*|nigdy|tylko|jedyn\\p{L}*|wyjątkow\\p{L}*|unikat\\p{L}*|ekskluzywn\\p{L}*|limit\\p{L}*|ograniczon\\p{L}*|znik(?:a|nie|ają|ną)\\p{L}*|zapas\\p{L}*|magazyn\\p{L}*|półek|półk\\p{L}*|odłoż\\p{L}*|nie (?:przegap|możemy (?:obiecać|zagwarant|zapewnić))\\p{L}*|przegap\\p{L}*|ucie(?:c|k)\\p{L}*|wystarcz\\p{L}*|zanim|dostępn\\p{L}*|skończy się",
  returns:
    "zwrot\\p{L}*|zwróć\\p{L}*|zwróci\\p{L}*|wymian\\p{L}*|wymieni\\p{L}*|odbierzemy|na nasz (?:koszt|rachunek)|pieniądz\\p{L}*|pieniędz\\p{L}*|na próbę|gwaran\\p{L}*|obieca\\p{L}*|obietnic\\p{L}*|zaufa\\p{L}*|bezpiecz\\p{L}*|certyfik\\p{L}*|oryginaln\\p{L}*|autentyczn\\p{L}*|prawdziw\\p{L}*|reklamacj\\p{L}*",
  praise:
    "najlepsz\\p{L}*|idealn\\p{L}*|doskonał\\p{L}*|jakoś(?:ć|ci)|premium|luksus\\p{L}*|piękn\\p{L}*|przepiękn\\p{L}*|wspaniał\\p{L}*|świetn\\p{L}*|znakomit\\p{L}*|fantastyczn\\p{L}*|sławn\\p{L}*|słynn\\p{L}*|znan\\p{L}*|polec\\p{L}*|chwal\\p{L}*|zachwyc\\p{L}*|zachwyt\\p{L}*|ekspert\\p{L}*|pras(?:a|ie)|testowan\\p{L}*|nagr(?:o|adz)\\p{L}*",
  effect:
    "ból\\p{L}*|bóle|plec\\p{L}*|zdrow\\p{L}*|skór\\p{L}*|sen|snu|samopoczuci\\p{L}*|stres\\p{L}*|energi\\p{L}*|ulg\\p{L}*|łagodz\\p{L}*|witamin\\p{L}*|zwraca|zwróci się|opłaca\\p{L}*|opłacaln\\p{L}*|inwest\\p{L}*|zarab\\p{L}*|zysk\\p{L}*|dochód|wart\\p{L}*|trwał\\p{L}*|odporn\\p{L}*|wodoodporn\\p{L}*|ekologiczn\\p{L}*|wegańsk\\p{L}*|ręcznie|miękk\\p{L}*|ciepł\\p{L}*|wygodn\\p{L}*|bawełn\\p{L}*|skórzan\\p{L}*|wełn\\p{L}*",
  past: "kupił(?:aś|eś)\\p{L}*|kupione u nas|zamawiał\\p{L}*|zeszł(?:ej|ego|ym) \\p{L}*|zeszłoroczn\\p{L}*|w zeszłym|ostatnio (?:kup|zam)\\p{L}*|poprzedni\\p{L}*|wcześniejsz\\p{L}*|od lat|urodzin\\p{L}*|rocznic\\p{L}*|członk\\p{L}*|vip|tak jak (?:buty|\\p{L}+, któr)\\p{L}*",
  price:
    "cen[aęyo]\\p{L}*|cenie|cenow\\p{L}*|koszt\\p{L}*|kosztuje|tan(?:i|io|ie|ia|ich)|drog(?:o|ie|iego)|mniej|taniej|zejdziemy|obniż\\p{L}*|zbij\\p{L}*|odejm\\p{L}*|opust\\p{L}*|oszczędz\\p{L}*|oszczędnoś\\p{L}*|taryf\\p{L}*|rachun\\p{L}*|portfel\\p{L}*|budżet\\p{L}*|płacimy my|bierzemy na siebie|na siebie|opłat\\p{L}*|zapłacisz (?:tylko|mniej)|wartoś\\p{L}*|raty|ratach|kredyt\\p{L}*|finans\\p{L}*",
  quantity:
    "dw(?:a|ie|óch|óm|oma|oje)|ob(?:a|ie|ydw)\\p{L}*|trzy|trzech|troje|czter\\p{L}*|pięć\\p{L}*|pięci\\p{L}*|sześć\\p{L}*|siedem\\p{L}*|osiem\\p{L}*|dziewię\\p{L}*|dziesię\\p{L}*|jedenaś\\p{L}*|dwanaś\\p{L}*|piętnaś\\p{L}*|naście|dwadzie\\p{L}*|trzydzie\\p{L}*|czterdzie\\p{L}*|sto|stu|setk\\p{L}*|tysi\\p{L}*|milion\\p{L}*|tuzin\\p{L}*|dych\\p{L}*|podwójn\\p{L}*|potrójn\\p{L}*|dwukrotn\\p{L}*|połow\\p{L}*|pół|trzeci(?:a|ą) część|czwart\\p{L}* część|piąt(?:ą|ej|a)|dziesiąt\\p{L}*|para|parę|pary|kilka|kilku|kilkanaś\\p{L}*|wiele|mnóstwo",
  spam: "kliknij tutaj|kup teraz|kup już|zamów teraz|piln\\p{L}*|nie przegap|gratulacj\\p{L}*|bez zobowiązań|niesamowit\\p{L}*|niewiarygodn\\p{L}*|drogi kliencie|szanowny kliencie|na co czekasz",
  leak: "zignoruj (?:wszystkie|te|powyższe|poprzednie|wszystko)|instrukcj\\p{L}*|model językowy|jako ai|oto (?:e-?mail|wiadomość|szkic|temat)|temat:",
  greeting: "cześć|dzień dobry|witaj|drog[ia]|hej",
};

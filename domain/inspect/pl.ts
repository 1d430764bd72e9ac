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
  spam: "kliknij tutaj|kup teraz|kup już|zamów teraz|piln\\p{L}*|nie przegap|gratulacj\\p{L}*|bez zobowiązań|niesamowit\\p{L}*|niewiarygodn\\p{L}*|drogi kliencie|szanowny kliencie|na co czekasz",
  leak: "zignoruj (?:wszystkie|te|powyższe|poprzednie|wszystko)|instrukcj\\p{L}*|model językowy|jako ai|oto (?:e-?mail|wiadomość|szkic|temat)|temat:",
  greeting: "cześć|dzień dobry|witaj|drog[ia]|hej",
};

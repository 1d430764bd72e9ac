import type { IntentWords } from "./intent-words.ts";

const mail = "(?:e-?maili|maili|wiadomości|newsletter\\p{L}*|reklam\\p{L}*|spamu|ofert|przypomnień|korespondencji)";

export const pl: IntentWords = {
  alone: ["stop", "wypisz", "wypisz mnie", "wypisać", "wypis", "rezygnuję", "proszę wypisać", "koniec"],
  stop: [
    "wypis(?:z|zcie|ać|uję) (?:mnie|się|z|nas)",
    "(?:wypisać|usunąć|wykreślić|skreślić)(?: \\p{L}+){0,4} (?:z|ze) (?:listy|bazy|newslettera|subskrypcji|mailingu|waszej|państwa)",
    `nie (?:chcę|życzę sobie|chcemy)(?: \\p{L}+){0,3} (?:dostawać|otrzymywać|${mail})`,
    "prze(?:stańcie|stań|stać|staną)(?: \\p{L}+){0,3} (?:pisać|wysyłać|przysyłać|spamować|nękać)",
    "nie (?:piszcie|pisz|pisać|wysyłajcie|wysyłać|wysyłaj|przysyłajcie|przysyłać)(?: \\p{L}+){0,3} (?:więcej|już|mnie|mi|maili|wiadomości)",
    "(?:więcej|już) nie (?:pisać|piszcie|wysyłać|wysyłajcie|przysyłać|kontaktować)",
    "usu(?:ń|ńcie|nąć|nięcie) (?:mnie|mój|mojego)(?: \\p{L}+){0,3} (?:z|ze)",
    "(?:usunięcie|wypisanie) (?:mnie |mojego adresu )?(?:\\p{L}+ ){0,2}z (?:listy|bazy|newslettera)",
    "rezygnuję z (?:newslettera|subskrypcji|wiadomości|mailingu|otrzymywania)",
    `(?:żadnych|koniec|dość) (?:więcej )?(?:tych )?${mail}`,
    "(?:dajcie|daj) mi (?:święty )?spokój",
  ],
  elsewhere: [
    "(?:kupił|zamówił|znalazł|nabył)\\p{L}*(?: \\p{L}+){0,4} (?:gdzie indziej|gdzieś indziej|w innym|na allegro|na amazon|w sklepie obok|taniej|u konkurencji)",
    "(?:gdzie indziej|w innym sklepie|na allegro|taniej)(?: \\p{L}+){0,3} (?:kupił|zamówił|znalazł)\\p{L}*",
    "(?:już |więcej )?nie (?:jest mi |będzie )?(?:już )?(?:potrzebuję|potrzebn\\p{L}+)",
  ],
  complaint: [
    "(?:uszkodzon\\p{L}+|zepsut\\p{L}+|wadliw\\p{L}+|zniszczon\\p{L}+|podart\\p{L}+|połaman\\p{L}+)",
    "(?:nigdy|nadal|wciąż|jeszcze|do dziś|dotąd)(?: do mnie| jej| go)? nie (?:dotar\\p{L}+|przysz\\p{L}+|otrzym\\p{L}+|dosta\\p{L}+)",
    "nie (?:dotarł\\p{L}*|doszł\\p{L}*|otrzymał\\p{L}*|dostał\\p{L}*)",
    "(?:żądam|chcę|domagam się|proszę o) (?:\\p{L}+ ){0,2}(?:zwrot\\p{L}* pieniędzy|zwrot kosztów|odszkodowani\\p{L}+)",
    "(?:reklamacj\\p{L}+|reklamuję|skarg\\p{L}+|niedopuszczaln\\p{L}+|skandal\\p{L}*|oszu\\p{L}+|żenad\\p{L}+|tragedia|fataln\\p{L}+|okropn\\p{L}+)",
    "(?:bardzo|jestem|naprawdę) (?:rozczarowan\\p{L}+|niezadowolon\\p{L}+|zawiedzion\\p{L}+|zł[ya]|zdenerwowan\\p{L}+)",
    "(?:pobrano|obciążono)(?: \\p{L}+){0,3} (?:dwa razy|podwójnie|dwukrotnie)",
    "(?:zły|niewłaściwy|błędny) (?:rozmiar|towar|produkt|kolor)",
  ],
  bought: ["już (?:\\p{L}+ )?(?:kupił\\p{L}*|zamówił\\p{L}*|zapłacił\\p{L}*)"],
  question: [
    "(?:jak|ile|kiedy|gdzie|który|która|które|kto|dlaczego|czy|jaki|jaka|jakie|ile kosztuje|jak długo)",
    "(?:chciałbym|chciałabym) (?:wiedzieć|zapytać|się dowiedzieć)",
  ],
};

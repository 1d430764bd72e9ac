import type { PlainSpeech } from "./plain-speech.ts";

export const pl: PlainSpeech = {
  idioms: String.raw`(?:chcieliśmy|chcemy) tylko|tylko (?:dać znać|przypomnieć|zapytać|powiedzieć)|wystarczy (?:odpis|odpowied|krótk|napis|jedn|klik)\p{L}*|jak (?:ci )?(?:będzie )?(?:ci )?wygodnie|będzie ci wygodnie|tylko (?:jedno|drobn\p{L}*|jedna|małe) (?:pytani\p{L}*|wątpliwoś\p{L}*)|ostatnie spojrzenie|(?:nie wyślemy )?kolejnych przypomnień|do końca|najlepiej,? jak potrafimy|na koniec|każdemu (?:może )?się zdarz\p{L}*|dwa razy|inne pytani\p{L}*|(?:nie ma |bez |żadnego |żadnej )(?:żadnego |żadnej )?(?:pośpiechu|presji|nacisków|nacisku|zobowiązań|terminu|limitu)|nie (?:musisz|trzeba) się spieszyć|nic nie goni|(?:bez pośpiechu|na spokojnie|spokojnie)|(?:nasz\p{L}* |t\p{L}{1,2} |to )*ostatni\p{L}* (?:wiadomoś\p{L}*|mail\p{L}*|e-?mail\p{L}*|raz|słow\p{L}*|przypomnieni\p{L}*|list\p{L}*)|po raz ostatni|(?:jedn\p{L}* )(?:klikni\p{L}*|kliki\p{L}*|pytani\p{L}*|zdani\p{L}*|słow\p{L}*|chwil\p{L}*|odpowied\p{L}*)|w każdej chwili|coś innego|inn\p{L}* (?:rozmiar|kolor|raz|dzień|moment|pytani\p{L}*)\p{L}*|nie (?:był )?(?:to )?(?:dobry|odpowiedni|właściwy) moment|wszystko,? co|wszystko (?:jest|zostało|czeka|nadal)|każdemu się zdarza|zdarza się każdemu|dzień dobry|miłego (?:dnia|wieczoru)|z (?:pozdrowieniami|poważaniem)|człowiek z naszego zespołu|ktoś z (?:naszego )?zespołu|kilka (?:słów|kliknięć|zdań|pytań)|tylko (?:jeśli|gdy|odpowiedz|przypominamy|napisz|chcieliśmy)|raz jeszcze|jeszcze raz|od nowa`,
  words: `
a aby ale albo ani bez bo by być był była było byli byłaś byłeś będzie będziemy będą jest są jestem jesteśmy ci ciebie
tobie tobą co coś czy czego czemu dla do dlaczego dlatego go gdy gdyby gdzie i ich im ile inaczej ja jak jaki jaka
jakie jakiś jakaś jakieś jakby ją je jej jego jemu już jeśli jeżeli jeszcze kto który która które którego której
którym która którą których lub ma mam mamy masz mają miał* mi mnie mną moja moje mój moim mojego mojej my na nad nam
nami nas nasz nasza nasze naszego naszej naszym naszych nasi nią nich nie niech niej nim o od on ona ono oraz po pod
ponieważ poza przed przez przy raz sam sama się siebie sobie są ta tak taki taka takie także tam te tego tej temu ten
też to tobie tu tutaj twój twoja twoje twojego twojej twoim twoją twoich ty tych tym tymi u w we więc wy wam was wasz
z za ze że żeby zaś znów znowu zawsze zwykle czasem czasami może możesz możemy można mogą mogło mógł* mogła* mogłaby
chcesz chcemy chce chcą chciał* chcieli* trzeba powinn* musi* musisz koszyk* wybór wybor* wybra* wybier* produkt*
artykuł* rzecz* zamów* zamawia* zamówieni* zakup* kupuj* sklep* stron* odwiedz* zajrz* zagląda* przegląda* ogląda*
obejrz* patrz* popatrz* widz* zobacz* znajdz* znajdź* znale* szuka* zostaw* zostało zostaje zostają zapis* zachow*
przechow* trzyma* leży leżą czeka* poczeka* czekają wróć wróci* wraca* powrót powro* powrac* kontynu* dokończ*
zakończ* ukończ* zacz* rozpocz* przerw* przeszk* wypad* zdarz* stał* stało udał* udało otwórz otwier* otwarci* klikn*
kliknij* przycisk* link* krok* dodaj* doda* zmieni* zmień* zmian* usuń* usun* popraw* przymierz* spróbuj* próbow*
pomoc* pomóc pomoż* pomag* pomóż* doradz* rada porad* pyta* pytani* zapyta* odpowie* odpowiedz* odpowiedź* odpisz*
napisz* pisz* pisa* napis* powiedz* mów* powie* rozmow* wyjaśni* wytłumacz* wie* wiemy wiesz wiedz* znać* znać daj
daje damy dać słysz* usłysz* czyt* przeczyt* przypom* przypomn* wątpliw* waha* niepewn* pewn* problem* trudnoś*
kłopot* błąd błęd* powód powod* jasn* niejasn* skomplikowan* działa* zadziała* poszło techniczn* rozwiąż* rozwiąz*
rozmiar* kolor* materiał* tkanin* krój kroju model* liczb* iloś* opcj* zdjęci* opis* szczegół* płatnoś* zapłat* kart*
wysyłk* dostaw* przesyłk* adres* formularz* telefon* komputer* urządzeni* przeglądark* ekran* mail* e-mail* email*
wiadomoś* słow* zdani* linijk* skrzynk* zespół zespoł* osob* człowiek* imię czas* chwil* moment* spokoj* spokojn*
łatw* prost* prościej łatwiej mał* drobn* częś* miejsc* sposób sposob* drog* życi* dzień spraw* drobiazg* cześć hej
witaj* dzień dobr* drog* miły miła mił* pozdraw* dzięk* podzięk* dziękuj* ciesz* rad przepr* przykro proszę prosz*
chętnie wol* potrzeb* życz* interes* ważn* zastan* zastanów* przemyśl* myśl* decyz* decyd* zdecyd* pas* odpowiada*
wygodn* wydaj* chyba martw* pośpiech* niepokoi* namawia* nalega* ofert* nalicz* użyj* użyci* skorzysta* korzysta*
obowiązuj* kod* automatyczn* możliw* przydatn* dobrze dobrz* normaln* naturaln* gotow* da zrob* robi* robić bierz*
weź* weźmi* przynie* prowadz* poprowadz* bardzo więcej długo krótk* trochę zupełnie całkiem właśnie chodził* chodzi
oto poniżej powyżej niżej obok razem później potem nadal dalej wciąż ponownie kiedy kiedykolwiek cokolwiek konto konta
logow* hasł* ładow* kontakt* obsług* czat siebie wszelk* ewentualn* zapomn* prawdopodobn* najwyraźniej ułatw* kupić
miejscu przeszkadz* niego swoim tempie zainteresowanie ps mile odpisać znamy swojego zechcesz doceniamy cały jednym
zostały zawartość śmiało bywa niezależnie wizytę pierwsze serdecznie każdą wtedy jednego obecnie tyle informacji
dokładamy wpisz dowiedzieć najlepiej potrafimy niczego dotknąć ktoś odezwie przebiega czymś między stoi swój postaramy
czym dotyczy zajął reszta cała pozostaje został wszystkiego widać trafi teraz spojrzenie ochotę jedno porządku nic
szkodzi zapełniać temat podoba kolejnych następnych porozmawia* rozmawia* otwart* zamknię* porówn* zauważ* sugest*
propon* kończ* chcieliśmy zapisan* obejrzen* zdjęć pielęgnacj* pranie prania długoś* szerokoś* rękaw* tali* dopasowan*
luźn* wzór wzor* odcień odcien* styl* gust* łączyć zestaw* okazji dom domu porównan* dzieci spotkani* połączen*
bateri* internet* bank* aplikacj* odrzuc* nieudan* faktur* pocztow* kraj* język* gość gościa rejestr* profil*
aktualizuj* folder* list* torb* ciekaw* inspir* spacer* odkry* niezdecydowan* refleks* wygląd* pomogłoby pomogło pisać
namyśle zebrane przydać spojrzeć państwa wizyta wygody trwa wszystkie wymaga razie prosimy zapraszamy dowolnej
serdeczne dotarło pamiątkę imieniu wszystkich spodobało należy pojawiło służyło wszystko wypróbowane razu używać dbać
dziwi lubimy pielęgnować sprzedajemy opowiadamy przyjemnością wrażenia poznać uczy liczy jakiegoś uczymy kilkoma
krytyka bardziej drugie pomysł spodoba niektóre idą parze przyszło pokaże kolejne wdzięcznością powitać uważamy
oczywiste oczywistego czegoś minęło słychać państwo pozdrowienia odezwać pozdrowić dawno nadzieję oby państwu
pomyśleliśmy rozejrzenia następnego poświęcony rozejrzyj
odkąd zajmie
`,
};

import type { PlainSpeech } from "./plain-speech.ts";

export const fr: PlainSpeech = {
  idioms: String.raw`arrive à tout le monde|fin de validité|chemin de chez vous|(?:un|jetez-y un|jetez un) dernier (?:regard|coup d['’]œil)|dernier (?:regard|coup d['’]œil)|de notre mieux|au mieux|faire de notre mieux|à la fin|tout le monde (?:peut|hésite)|en cours de route|le mieux possible|deux fois|(?:rien|cela|ça) ne presse|(?:il )?n'y a (?:pas|aucune) (?:d')?(?:urgence|hâte|limite|obligation)|(?:aucune|sans|pas d[e'] ?) ?(?:urgence|hâte|pression|obligation|engagement|vous presser|se presser)|prenez (?:tout )?(?:votre|le) temps|(?:tout le temps|le temps qu'il vous faut|votre temps)|(?:un|notre|ce|le|une|nos|ces)? ?(?:tout )?derni(?:er|ère)s? (?:mot|message|e-?mail|mail|rappel|note|fois|courriel|relance|coucou)s?|en un clic|(?:un|une|d'un|d'une) (?:clic|mot|seul clic|question|moment|instant|minute|réponse|autre (?:taille|couleur|fois|moment|question))|pas le bon moment|deux tailles|deux modèles|tout (?:ce que vous|est|reste|va bien|simplement|de même|à fait|en haut|en bas)|à tout moment|tous les jours|bonne (?:journée|soirée)|(?:bien )?(?:cordialement|à vous)|autre chose|quelqu'un de (?:notre|l')\s?équipe|une (?:vraie )?personne|quelques (?:mots|lignes|clics|questions|instants|minutes)|à la charge de personne|seulement si|que si|il suffit de|rien d'autre|rien de plus|rien (?:n'a|d')`,
  words: `
le la les l un une des de d du au aux ce cet cette ces c ça cela ceci celui celle ceux celles je j tu te t toi il elle
on nous vous ils elles leur leurs lui eux me m moi se s soi mon ma mes ton ta tes son sa ses notre nos votre vos qui
que qu quoi dont où quand comment pourquoi si comme car parce puisque afin donc mais ou et ni or ne n pas plus rien
aucun* jamais toujours encore déjà aussi même bien très peu assez trop beaucoup ainsi alors puis ensuite après avant
pendant depuis jusque vers chez dans en sur sous par pour avec sans entre contre devant derrière ici là y voici voilà
est es suis sommes êtes sont était étaient étiez été être sera serait seront soit ai as a avons avez ont avait aviez
avaient eu avoir aura aurez aurait ayez peux peut pouvons pouvez peuvent pourrait pourrions pourriez pu pouvoir veux
veut voulons voulez veulent voudrais voudriez voulu vouloir dois doit devez devait devoir faut fallait panier*
sélection* choix choisi* chois* article* produit* commande* commander boutique* magasin site page* visite* visité*
passé* passer passant parcour* regard* vu* voir voyez revoir retrouv* trouv* cherch* recherch* laiss* quitt* gard*
conserv* enregistr* mis* mettre ajout* enlev* retir* modifi* chang* ajust* reprendre repren* repris* continu*
poursuiv* termin* fini* finir finalis* complét* commenc* arrêt* interromp* interrompu* interruption* imprévu* attend*
attente reste* resté* rester demeure tel* quel* même endroit place lieu là-bas bas haut dessous ci-dessous dessus
revenir reviens revient revenez revenu* retour* retourn* aller allez va allons vais venir venez vient viens venu*
suivre suiv* ouvr* ouvert* cliqu* clic* bouton* lien* étape* aide* aider aidons conseil* conseill* répon* réponse*
question* demand* écri* dire dites dis dit parl* racont* expliqu* savoir sais savez sait connaître connaiss* appren*
inform* renseign* précis* indiqu* montr* lire lis lisez entend* écout* hésit* doute* douter inquiét* souci* problème*
difficulté* erreur* raison* cause clair* flou* sûr* certain* incertain* compris* comprendre bloqu* gên* taille*
couleur* matière* coupe* tissu* modèle* quantité* mesure* option* photo* image* description* détail* fiche paiement*
payer payé* carte livraison* expédition adresse* formulaire* téléphone ordinateur appareil écran navigateur onglet
e-mail* email* mail* courriel* message* mot* note* ligne* lettre* rappel* boîte réception équipe* personne* humain*
quelqu nom temps moment* instant* calme* calmement tranquill* douce* doucement simple* simplement facile* facilement
faciliter facilit* direct* directement petit* petite* chose* part* bout bonjour bonsoir salut coucou cher chère chers
bien cordialement amicalement sincèrement chaleureusement merci remerci* plaisir heureux heureuse* ravi* content*
désolé* excus* grâce agréable* gentil* bienvenue aime* aimer aimeriez aimerions souhait* préfér* envie* pens* réfléch*
décid* décision* convien* convenir conven* plaît plaire semble* sembl* paraît passe passé arrive* arrivé* besoin*
utile* possible* prêt* libre* bon bonne bons bonnes mieux normal* naturel* tout toute offre* offrir appliqu* utilis*
profit* bénéfici* valable* automatiquement code faire fait faites faisons fera ferons ferez prend* prenez pris*
prendre donn* apport* propos* permet* aurions essay* fonctionn* march* tent* charg* technique* compte* connexion
peut-être quelque* quelqu autre* plusieurs chaque certains fois jour vie quotidien* sorte* façon* manière* côté propos
sujet lors dès presque presse* pression urgence déranger dérang* insist* maintenant plus-tard tard simplement surtout
seul* seulement vraiment tranquillité oubli* noté* notre plaisir ressent* là l'avez contact* joindre service n'hésitez
parmi selon quant près loin tout's e courrier accompagn* orient* soin* attenti* porté* nouveau nouvelle nouveaux
puisse puissiez celle-ci ailleurs aucun lorsque soyez auriez seriez êtes-vous avez-vous peut-on contient rythme
intérêt ps bienvenues seconde jeter œil sensibles réuni suffit jusqu ramène lit ci court actuellement organiser
validité saisir posez toucher lira agissait parfois suspens parvient concerne suite simplifier suit figure serions
chemin jetez grave sinon restons encombrer coup enverrons avis pose posé poser discut* discuss* partag* compar* rest*
ferm* remarqu* aperç* song* consult* échangeons vouli* entretien lavage longueur* largeur* manche* ceinture serré*
ample* motif* tons style* goût* assort* associ* occasion* maison comparaison* pause* téléphon* enfants réunion
connexion* batterie internet banque* application saisi* refus* échou* facturation postal pays langue invité* inscri*
profil* actualis* dossier liste* sac curieu* inspir* flân* découv* indécis* réflexion* peser relire montrer
aspect* écrirons davantage aperçu* envoyons
juste tour éviter grand parvenue aise entretenir étrange aimons courte vendons volontiers avancer suffisent phrases
tirer leçons faudrait phrase compliments font critiques bienvenu verrons idée autour vont ensemble tant pis touche
confiance savons reveniez commandiez réjouissons devenez saluer nouvelles espérons déplu mène journée prochaine lus occupe ait
`,
};

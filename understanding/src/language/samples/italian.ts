// Written for the project: what Italian-speaking customers type. Trains the language detector, nothing else.
export const italian = `ciao, dov'è il mio ordine?
vorrei restituire questo articolo
il pacco non è ancora arrivato
quanto ci mette la spedizione?
mi avete mandato la taglia sbagliata
voglio parlare con un operatore
posso cambiare l'indirizzo di consegna?
il codice sconto non funziona
buonasera, ho una domanda
c'è anche in blu?
ho già pagato ma non vedo niente
vorrei annullare il mio acquisto per favore
aspetto da due settimane e nessuno risponde
quando mi rimborsate i soldi?
il prodotto è arrivato rotto
grazie per l'aiuto
che vergogna, non compro mai più da voi
spedite anche in Svizzera?
ho dimenticato la password
potete inviarmi la fattura?
le scarpe mi stanno piccole
è disponibile per domani?
perché mi avete addebitato due volte?
qual è il numero di tracciamento?
grazie mille e buona giornata
il corriere dice che non c'era nessuno in casa
posso pagare con la carta?
manca un pezzo nella scatola
avete altri colori?
oggi fa freddo e mi serve il cappotto
metti la sveglia alle sette di mattina
pioverà questo fine settimana?
ricordami di chiamare la mamma
sinceramente sono molto contenta
non è quello che avevo ordinato
che cosa devo fare adesso?
sì, certo
no, va bene così
allora facciamo un'altra volta
spero che arrivi prima di Natale
non rispondete mai al telefono
siamo stufi delle vostre scuse
lo adoro, è bellissimo
che pessimo servizio clienti
l'applicazione si chiude da sola
posso ritirarlo in negozio?
anche mio fratello ne ha preso uno
vi ho scritto ieri e ancora nulla
non riesco ad aprire il link
si può fare il cambio dopo trenta giorni?
ho scordato di mettere il numero civico
ha la garanzia?
niente, era solo una domanda
va bene, perfetto
ci saranno i saldi a fine anno?
è più grande di quanto pensassi
credo ci sia un errore nel mio conto
mai vista una cosa del genere
arrivederci
vorrei aggiungere anche dei calzini
prenota un tavolo per quattro persone stasera
suona la musica degli anni ottanta
odio il lunedì
tanti auguri amico mio
qualcuno mi sa dire quanto costa?
ma dai, gli ho detto di no
sono gli stessi della settimana scorsa`

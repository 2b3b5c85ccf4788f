// Written for the project: what German-speaking customers type. Trains the language detector, nothing else.
export const german = `hallo, wo ist meine Bestellung?
ich möchte diesen Artikel zurückgeben
mein Paket ist immer noch nicht angekommen
wie lange dauert die Lieferung?
Sie haben mir die falsche Größe geschickt
ich will mit einem Mitarbeiter sprechen
kann ich die Lieferadresse ändern?
der Gutschein funktioniert nicht
guten Abend, ich habe eine Frage
gibt es das auch in Blau?
ich habe schon bezahlt, sehe aber nichts
ich würde gerne meinen Kauf stornieren
ich warte seit zwei Wochen und niemand antwortet
wann bekomme ich mein Geld zurück?
die Ware kam kaputt an
danke für Ihre Hilfe
das ist eine Frechheit, nie wieder
liefern Sie auch nach Österreich?
ich habe mein Passwort vergessen
können Sie mir die Rechnung schicken?
die Schuhe sind mir zu klein
ist das morgen noch auf Lager?
warum wurde zweimal abgebucht?
wie lautet die Sendungsnummer?
vielen Dank und schönen Tag noch
der Bote sagt, es war keiner zu Hause
kann ich mit Karte zahlen?
im Karton fehlt ein Teil
haben Sie noch andere Farben?
heute ist es kalt und ich brauche die Jacke
stell den Wecker auf sieben Uhr morgens
wird es am Wochenende regnen?
erinnere mich daran, meine Mutter anzurufen
ehrlich gesagt bin ich sehr zufrieden
das habe ich nicht bestellt
was soll ich jetzt machen?
ja, natürlich
nein, passt schon so
na gut, dann eben später
hoffentlich kommt es noch vor Weihnachten
bei euch geht ja nie jemand ans Telefon
wir haben genug von euren Ausreden
ich liebe es, wunderschön
was für ein schlechter Kundendienst
die App stürzt dauernd ab
kann ich das im Laden abholen?
mein Bruder hat auch so einen gekauft
ich habe gestern geschrieben und bisher nichts gehört
der Link lässt sich nicht öffnen
ist ein Umtausch nach dreißig Tagen möglich?
ich habe die Hausnummer vergessen
gibt es eine Garantie?
nichts, war nur eine Frage
alles klar, super
gibt es am Jahresende Rabatte?
das ist größer als ich dachte
ich glaube, mit meinem Konto stimmt etwas nicht
sowas habe ich noch nie gesehen
auf Wiedersehen
ich möchte noch Socken dazu
reserviere einen Tisch für vier Personen heute Abend
spiel Musik aus den Achtzigern
ich hasse Montage
alles Gute zum Geburtstag
kann mir jemand sagen, was das kostet?`

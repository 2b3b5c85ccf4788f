// Written for the project: what French-speaking customers type. Trains the language detector, nothing else.
export const french = `bonjour, où est ma commande ?
je voudrais retourner cet article
je n'ai toujours pas reçu mon colis
combien de temps prend la livraison ?
vous m'avez envoyé la mauvaise taille
je veux parler à un conseiller
est-ce que je peux changer l'adresse de livraison ?
le code promo ne marche pas
bonsoir, j'ai une question
avez-vous ce pull en bleu ?
j'ai déjà payé mais je ne vois rien
je souhaite annuler mon achat s'il vous plaît
ça fait deux semaines que j'attends
quand est-ce que je serai remboursé ?
le produit est arrivé cassé
merci pour votre aide
c'est une honte, plus jamais chez vous
livrez-vous en Belgique ?
j'ai oublié mon mot de passe
pouvez-vous m'envoyer la facture ?
les chaussures sont trop petites
il en reste encore pour demain ?
pourquoi ai-je été débité deux fois ?
quel est le numéro de suivi ?
merci beaucoup et bonne journée
le livreur dit qu'il n'y avait personne
je peux payer par carte ?
il manque une pièce dans le carton
existe-t-il dans une autre couleur ?
il fait froid aujourd'hui et j'ai besoin du manteau
mets une alarme à sept heures du matin
est-ce qu'il va pleuvoir ce week-end ?
rappelle-moi d'appeler ma mère
franchement je suis très contente de mon achat
ce n'est pas ce que j'ai commandé
qu'est-ce que je dois faire maintenant ?
oui, bien sûr
non, ça va comme ça
bon, alors on verra plus tard
j'espère que ça arrivera avant Noël
personne ne répond jamais au téléphone
on en a marre de vos excuses
j'adore, c'est magnifique
quel service client nul
l'application se ferme toute seule
puis-je le récupérer en magasin ?
mon frère a acheté le même
je vous ai écrit hier et toujours rien
je n'arrive pas à ouvrir le lien
peut-on échanger après trente jours ?
j'ai oublié de mettre le numéro de l'appartement
il y a une garantie ?
rien, c'était juste une question
d'accord, parfait
il y aura des soldes à la fin de l'année ?
c'est plus grand que je ne pensais
je crois qu'il y a une erreur sur mon compte
je n'ai jamais vu ça
au revoir
je voudrais aussi ajouter des chaussettes
réserve une table pour quatre ce soir
joue de la musique des années quatre-vingt
je déteste les lundis
joyeux anniversaire mon ami
quelqu'un peut me dire le prix ?`

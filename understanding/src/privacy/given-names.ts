// Given names that, before a capitalised word, make a full name in Latin letters. Names that are common words or brands
// ("Mark", "Grace", "Hugo Boss") are left out or listed as brands. Written for this project from general knowledge.
const LIST = `
Aaron Abdul Abigail Adam Adrian Adriana Agnes Ahmed Aisha Alan Albert Alberto Alejandro Alessandro Alexander Alexandra Alfred Alice Alicia Alison Amanda Amelia Amy Ana
Anders Andrea Andreas Andrei Andrew Andrzej Angela Angelika Anita Anja Anke Anna Annika Anne Annette Anthony Antoine Antonio Arjun Arnold Arthur Astrid Barbara Bartosz
Beatrice Benjamin Bernard Bernd Bettina Birgit Björn Brandon Brenda Brian Bruno Camille Carl Carla Carlos Carmen Carol Carolina Caroline Catherine Cecilia Charles Charlotte
Chen Chiara Chloe Chloé Christian Christina Christine Christoph Christopher Claire Clara Claudia Claudio Connor Craig Cristina Cynthia Daniel Daniela Danielle David Deborah
Denise Dennis Derek Diana Diego Dieter Dmitri Dominic Donald Donna Dorothy Douglas Edith Eduardo Edward Eileen Elena Eleanor Elisabeth Elizabeth Ellen Emanuel Emil Emily Emma
Enrico Enrique Eric Erik Ernst Esther Ethan Eugene Eva Evelyn Fabian Fatima Federico Felix Fernando Filip Florian Francesca Francesco Francisco Francois François Franz Frederic
Frederik Fritz Gabriel Gabriela Gary Geoffrey Gerald Gerhard Giovanni Giulia Giuseppe Gregory Guillaume Gustav Hannah Hans Harald Harold Harriet Hassan Heather Heidi Heinrich
Helen Helena Helmut Henri Henry Herbert Hiroshi Holger Ibrahim Ingrid Irene Isabel Isabella Isabelle Ivan Jack Jacob Jacques Jaime Jakob James Jamie Jan Jane Janet Janina Jason
Javier Jean Jeffrey Jennifer Jeremy Jerome Jessica Joanna Joanne Johan Johann Johanna John Jonas Jonathan Jorge Jose José Josef Joseph Joshua Joyce Juan Judith Julia Julian Juliana
Julie Julien Jürgen Justin Karen Karin Karl Karolina Katarina Katharina Katherine Kathleen Kathryn Katja Katrin Kazuki Keith Kenneth Kenji Kevin Kimberly Klaus Kristina Kurt Larry
Lars Laura Lauren Laurent Leonard Leonardo Leonie Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucie Luis Luisa Lukas Magdalena Manfred Manuel Manuela Marco Margaret Maria María
Marie Mariana Marilyn Mario Marion Marta Martha Martin Martina Mary Mateusz Matteo Matthew Matthias Maximilian Megan Melanie Melissa Michael Michel Michelle Miguel Mikael Mohamed
Mohammed Monica Monika Muhammad Nadine Nancy Natalia Natalie Nathan Nathalie Nicholas Nicola Nicolas Nicole Niklas Nikolai Nils Nina Nora Olaf Oleg Olga Oliver Olivia Omar Oscar Otto
Pablo Pamela Patricia Patrick Paula Pauline Pavel Pedro Peter Petra Philip Philipp Philippe Pierre Piotr Priya Rachel Rafael Rainer Rajesh Ralf Ramon Raquel Raymond Rebecca Renate
Ricardo Riccardo Richard Robert Roberto Roger Roland Ronald Rosemary Rudolf Ruth Ryan Sabine Sabrina Samantha Samuel Sandra Sandy Santiago Sara Sarah Sebastian Sergei Sergio Sharon
Sheila Shirley Silvia Simone Sofia Sonja Sophia Sophie Stefan Stefanie Stephanie Stephen Steven Stuart Susan Susanne Svetlana Sylvia Takashi Tamara Tatiana Teresa Theodor Theresa
Thomas Thorsten Tobias Tomasz Tommaso Ulrich Ulrike Ursula Uwe Valentina Vanessa Vera Veronica Vincent Viktor Virginia Vladimir Walter Wendy Werner Wilhelm William Wolfgang Xavier
Yasmin Yolanda Yuki Yuri Yusuf Yvonne Zachary Zoe Zofia Åsa Émile Łukasz`
const NAMES = new Set(LIST.split(/\s+/).filter((name) => name !== ''))
/** Shops and brands that read like full names. */
const BRANDS =
  /^(?:Jack (?:Daniel|Jones|Wolfskin)|Jack & |Louis Vuitton|Oscar Mayer|Michael Kors|Oliver Peoples|Diana Ross|William Hill|Robert Bosch|James Bond|Virginia Beach|Christian (?:Dior|Louboutin)|Karl Lagerfeld|Charles Tyrwhitt|Elizabeth Arden|Helena Rubinstein|Laura (?:Ashley|Mercier)|Thomas Sabo|Peter (?:Thomas|Rabbit)|Mary (?:Kay|Jane)|Santiago de|San |Martin Luther|Oscar |Daniel Wellington|Dorothy Perkins|Frederic Malle|Jean Paul|Jason Wu|Sandy Beach|Estee|Harry Potter|Henry Hoover|Hans Zimmer|Jan (?:\d|Sale)|Sara Lee|Ralf Lauren|Yves|Vera (?:Wang|Bradley)|Victoria)/

export const isGivenName = (word: string): boolean => NAMES.has(word)
export const isBrand = (name: string): boolean => BRANDS.test(name)

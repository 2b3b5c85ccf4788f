// Written for the project: what English-speaking customers type. Trains the language detector, nothing else.
export const english = `hi, where is my order?
i want to return this item
my parcel still hasn't arrived
how long does shipping take?
you sent me the wrong size
can i talk to a real person
can i change the delivery address?
the promo code doesn't work
good evening, quick question
do you have this in blue?
i already paid but nothing shows up
please cancel my order
been waiting two weeks and nobody answers
when will i get my money back?
it arrived broken
thank you for your help
what a joke, never buying here again
do you ship to Canada?
i forgot my password
could you send me the invoice?
these shoes are too small for me
will it be in stock tomorrow?
why was i charged twice?
what's the tracking number
thanks a lot, have a nice day
the driver says no one was home
can i pay by card?
there's a part missing from the box
any other colours?
it's cold today and i need the coat
set an alarm for seven in the morning
is it going to rain this weekend?
remind me to call my mother
honestly i'm really happy with it
that's not what i ordered
what should i do now?
yes, of course
no, that's fine
ok then, maybe later
hope it gets here before christmas
nobody ever picks up the phone
we are sick of your excuses
love it, so beautiful
such bad customer service
the app keeps crashing
can i pick it up in store?
my brother bought the same one
i wrote to you yesterday, still nothing
the link won't open
is an exchange possible after thirty days?
forgot to add the flat number
does it come with a warranty?
nothing, just wondering
all right, great
will there be a sale at the end of the year?
it is bigger than i thought
i think something is wrong with my account
never seen anything like this
see you later
i'd like to add some socks too
book a table for four people tonight
play some music from the eighties
i hate mondays
happy birthday my friend
does anyone know the price?
who told you that would happen again
wow this looks amazing
show me the movie times near here
give this book five stars`

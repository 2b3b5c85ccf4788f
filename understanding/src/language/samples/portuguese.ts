// Written for the project: what customers of Brazil and Portugal type. Trains the language detector, nothing else.
export const portuguese = `olá, onde está o meu pedido?
quero devolver este produto
minha encomenda ainda não chegou
quanto tempo demora a entrega?
vocês me mandaram o tamanho errado
preciso falar com um atendente
posso mudar o endereço de entrega?
o cupom não está funcionando
boa tarde, tenho uma dúvida
vocês têm essa blusa em azul?
já paguei mas não aparece nada
gostaria de cancelar a minha compra por favor
faz duas semanas que estou esperando e ninguém responde
quando vou receber o meu dinheiro de volta?
o produto chegou quebrado
obrigada pela ajuda
isso é uma vergonha, nunca mais compro aqui
vocês entregam em Lisboa?
esqueci a minha senha
podem me enviar a nota fiscal?
os sapatos ficaram pequenos
ainda tem no estoque para amanhã?
por que fui cobrado duas vezes?
qual é o código de rastreio?
muito obrigado e bom dia
o entregador disse que não tinha ninguém em casa
dá para pagar com cartão ou pix?
está faltando uma peça na caixa
tem em outra cor?
hoje está frio e eu preciso do casaco
coloca um alarme para as sete da manhã
será que vai chover no fim de semana?
me lembra de ligar para a minha mãe
sinceramente estou muito feliz com a compra
não foi isso que eu pedi
o que eu faço agora?
sim, claro
não, está bom assim
então tá, fica para depois
tomara que chegue antes do aniversário da minha filha
ninguém atende o telefone
a gente cansou de tanta desculpa
adorei, ficou lindo
que atendimento ruim
o aplicativo fecha sozinho
posso retirar na loja?
meu irmão também comprou um igual
escrevi ontem e até agora nada
não consigo abrir o link
aceitam troca depois de trinta dias?
esqueci de colocar o número do apartamento
tem garantia?
nada não, era só uma pergunta
beleza, perfeito
vai ter promoção no final do ano, né?
é maior do que eu pensava
acho que há um erro na minha conta
nunca vi uma coisa dessas
até logo
também quero acrescentar umas meias
reserva uma mesa para quatro pessoas hoje à noite
toca música dos anos oitenta
odeio segunda-feira
parabéns, meu amigo
alguém sabe me dizer o preço?
você é muito legal
eu não sei o que vocês estão fazendo
kkkk muito bom mesmo
ele não quer mais isso`

// Written for the project: what Spanish-speaking customers type. Trains the language detector, nothing else.
export const spanish = `hola, ¿dónde está mi pedido?
quiero devolver este producto
todavía no me ha llegado el paquete
¿cuánto tarda el envío a Madrid?
me han enviado la talla equivocada
necesito hablar con una persona
¿puedo cambiar la dirección de entrega?
el código de descuento no funciona
buenas tardes, tengo una pregunta
¿tienen esta camiseta en azul?
ya pagué pero no veo la confirmación
quisiera cancelar mi compra por favor
llevo dos semanas esperando y nadie responde
¿cuándo me devuelven el dinero?
el artículo llegó roto
gracias por su ayuda
esto es una vergüenza, no vuelvo a comprar aquí
¿hacen envíos a México?
perdí mi contraseña y no puedo entrar
¿me pueden mandar la factura?
los zapatos me quedan pequeños
¿hay existencias para mañana?
no entiendo por qué me cobraron dos veces
¿cuál es el número de seguimiento?
muchas gracias, que tengan buen día
el mensajero dice que no había nadie en casa
me gustaría saber si puedo pagar con tarjeta
falta una pieza en la caja
¿está disponible en otro color?
hoy hace mucho frío y necesito el abrigo ya
pon una alarma para las siete de la mañana
¿va a llover este fin de semana?
recuérdame llamar a mi madre
pues la verdad es que estoy muy contento con la compra
eso no es lo que pedí
¿qué tengo que hacer ahora?
sí, claro, por supuesto
no, así está bien
bueno, entonces lo dejo para otro día
ojalá llegue antes del cumpleaños de mi hija
quién sabe cuándo van a contestar
estamos hartos de tantas excusas
me encanta, es precioso
qué mala atención al cliente
la aplicación se cierra sola
¿puedo recogerlo en la tienda?
mi hermano también compró uno igual
les escribí ayer y sigo sin respuesta
ahora mismo no puedo abrir el enlace
¿aceptan cambios después de treinta días?
se me olvidó poner el piso y la puerta
¿tiene garantía?
nada, era solo una duda
vale, perfecto
este fin de año hay rebajas, ¿verdad?
el tamaño es más grande de lo que pensaba
creo que hubo un error con mi cuenta
jamás había visto algo así
hasta luego
también quiero añadir unos calcetines
reserva una mesa para cuatro personas esta noche
pon música de los años ochenta
odio los lunes
feliz cumpleaños amigo
¿alguien me puede decir el precio?`

// How customers speak of their orders: training words of our own, by intent and language. Separated by `|`.
import type { Utterances } from './utterances.ts'

export const orderUtterances: Utterances = {
  'order-where': {
    zh: '我的快递在哪里|包裹到哪了|货到哪儿了|查物流|帮我查物流信息|我的东西怎么还没送到|快递怎么还没来|看看我的包裹走到哪了|查快递|物流进度|我的订单到哪了|快递现在在什么地方|我买的鞋到哪里了|怎么一直没收到货|等了一周了还没收到|帮忙看下快递|我的货呢|包裹怎么还不到',
    en: "where is my order now|where's my package|track my order|track parcel|where are my shoes|my parcel has not arrived|i still have not received my order|my order still isn't here|find my package|locate my order|package location|where is it now|can you look up my delivery|i am waiting for my delivery|where is the thing i bought|my stuff has not come yet|check my parcel|order not arrived",
  },
  'tracking-number': {
    zh: '快递单号是多少|运单号发给我|物流单号给我|单号多少|我要快递单号|哪家快递 单号|告诉我运单号|查一下单号|快递号码|给个物流单号|有单号吗|我的快递号是什么|想要运单编号|把单号给我|快递公司和单号',
    en: 'what is my tracking number|send me the tracking number|tracking no please|tracking code|tracking id|give me the tracking info|i need the tracking number|do you have a tracking number for me|tracking link|consignment number|which courier has my parcel and the number|share tracking number|courier number|whats my tracking code|tracking details please',
  },
  'order-status': {
    zh: '我的订单发货了吗|订单什么状态|看下订单状态|订单处理到哪一步了|我的单子发出了没有|怎么还不发货|为什么还没发货|订单情况|查订单|我的订单怎么样了|付款了还没发货|下单了显示什么|订单成功了吗|帮我看看订单|只收到一部分商品|还有一件没发',
    en: 'order status|has my order shipped|has it been dispatched|is my order confirmed|check my order|did my order go through|status of my purchase|what is happening with my order|is it shipped yet|why has my order not shipped|order state|look at my order please|has my order left the warehouse|did you get my order|only received part of my order|one item is missing from my order status',
  },
  'order-eta': {
    zh: '我的快递什么时候到|预计哪天送到|今天能收到吗|明天能到吗|它几点到|我的包裹哪天到|还要等几天|这个什么时候能送来|还要多久才到|周五之前能到吗|那个订单几号到|什么时候能拿到我的货|还有几天到|预计送达时间|它还要多久',
    en: 'when will my order arrive|when will it arrive|when does it get here|will it come today|will my parcel be here tomorrow|eta of my order|expected delivery date of my order|how much longer|when do i get my package|what day will it be delivered|arrival date|is it coming by friday|when can i expect my parcel|how long until my parcel gets here|when is it coming',
  },
  'refund-progress': {
    zh: '我的退款到哪了|退款进度|退款怎么还没到|钱退了吗|查一下我的退款|我的钱什么时候退|退款到账没有|还没收到退款|退款处理好了吗|帮我看退款状态|退的钱呢|说好的退款呢|退款成功了吗|我那笔退款|退款审核到哪一步',
    en: 'where is my refund|refund status|has my refund been processed|i have not received my refund|check my refund|did you refund me|is my refund done|my money has not come back|still waiting for my refund|when is my refund coming|refund progress|have you sent my money back|was my refund approved|what about my refund|my refund is late',
  },
  'cancel-order': {
    zh: '取消订单|我要取消订单|帮我取消|不要了取消吧|怎么取消|订单可以取消吗|我不想买了|拍错了想退掉订单|撤销订单|还没发货能取消吗|把订单取消掉|下单下错了要取消|不买了|能不能帮我撤单|付款后取消',
    en: 'cancel my order|i want to cancel|please cancel the order|can i cancel|how to cancel an order|i changed my mind cancel it|i ordered by mistake|cancel purchase|call off my order|stop the order|cancel before it ships|i do not want it anymore cancel|undo my order|is it possible to cancel|cancel it please',
  },
  'change-address': {
    zh: '修改地址|改收货地址|地址写错了|想换个地址|收件地址改一下|可以改地址吗|收货人电话填错了|能不能寄到另一个地址|我搬家了要改地址|地址错了怎么办|帮我改地址|更改收货信息|收件人改一下|把地址换成公司|门牌号写错了',
    en: 'change my address|change the shipping address|wrong address on my order|update delivery address|i moved can you change the address|send to another address|edit address|i put the wrong address|can you change where it is delivered|correct my address|deliver to my office instead|new address for my order|fix the address|wrong phone number on order|change recipient',
  },
  return: {
    zh: '我要退货|怎么退货|可以退货吗|不喜欢能退吗|退货流程|不合适想退|想把衣服退了|退货地址在哪|七天无理由|退货要什么条件|申请退货|能退不|退货运费谁承担|穿过的能退吗|把这个退掉',
    en: 'i want to return this|how do i return|return policy|can i return it|send it back|start a return|return an item|where to send returns|can i get a return label|who pays return shipping|i would like to return my dress|how many days to return|returning something|not happy with it can i return|return request',
  },
  exchange: {
    zh: '换货|我想换个尺码|能换大一号吗|换个颜色|怎么换货|衣服小了换大的|买大了想换小的|尺寸不对换一下|可以换货吗|换码|鞋子大了能换吗|想换成黑色|申请换货|换一件|调换尺码',
    en: 'exchange|i want to exchange|swap for another size|can i change the size|exchange for a larger one|too small need a bigger size|too big can i exchange|exchange colour|swap it for black|how do exchanges work|get a different size|size swap|replace with size m|exchange my shoes|i need one size up',
  },
}

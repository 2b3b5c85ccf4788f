// Knowledge entries of shops that sell other things: what the right answer must be told apart from. Made by rule, so that any
// number of them can be had; the same number is always the same entry.
import { createHash } from 'node:crypto'
import type { Uuid } from '@ballast/contract'

interface Words {
  readonly things: readonly string[]
  readonly parts: readonly string[]
  readonly troubles: readonly string[]
  readonly acts: readonly string[]
  readonly places: readonly string[]
}
const list = (text: string): string[] => text.split('|')

const ZH: Words = {
  things: list(
    '电饭煲|破壁机|空气炸锅|扫地机器人|加湿器|吸尘器|电动牙刷|投影仪|机械键盘|蓝牙音箱|路由器|平板支架|婴儿推车|安全座椅|奶瓶消毒器|纸尿裤|猫砂盆|自动喂食器|鱼缸|书桌|人体工学椅|乳胶枕|记忆棉床垫|窗帘|落地灯|咖啡机|磨豆机|铸铁锅|不粘锅|菜刀|口红|粉底液|面霜|精华液|洗发水|吹风机|剃须刀|钢笔|颜料|吉他|电子琴|望远镜|相机镜头|三脚架|行车记录仪|车载冰箱|轮胎|雨刮器|电钻|水龙头',
  ),
  parts: list(
    '滤网|电池|密封圈|底座|开关|面板|马达|支架|插头|盖子|传感器|遥控器|刷头|轮子|按钮|内胆|皮垫|螺丝|导轨|喷嘴',
  ),
  troubles: list(
    '漏水|不通电|有异响|发热|闪红灯|卡住|松动|变色|结垢|报错E3|不能启动|指示灯不亮|噪声变大|连接中断|显示模糊',
  ),
  acts: list('更换|拆卸|安装|校准|清理|润滑|升级固件|重置|配对|收纳|调节高度|检查'),
  places: list('厨房|卧室|书房|阳台|浴室|车库|露营地|办公室|儿童房|客厅'),
}
const EN: Words = {
  things: list(
    'rice cooker|blender|air fryer|robot vacuum|humidifier|hoover|electric toothbrush|projector|mechanical keyboard|speaker|router|tablet stand|pram|car seat|steriliser|nappies|litter tray|pet feeder|aquarium|desk|office chair|latex pillow|foam mattress|curtains|floor lamp|espresso machine|coffee grinder|iron pan|frying pan|kitchen knife|lipstick|foundation|face cream|serum|shampoo|hair dryer|razor|fountain pen|paint set|guitar|digital piano|binoculars|camera lens|tripod|dash camera|car fridge|tyre|wiper|power drill|tap',
  ),
  parts: list(
    'filter|battery|seal|base plate|switch|panel|motor|bracket|plug|lid|sensor|remote|brush head|wheel|button|inner pot|pad|screw|rail|nozzle',
  ),
  troubles: list(
    'leaks|has no power|rattles|overheats|blinks red|jams|is loose|loses colour|has limescale|shows error E3|will not start|stays dark|became noisy|drops the connection|looks blurred',
  ),
  acts: list('replace|remove|install|calibrate|clean|grease|update|reset|pair|store|adjust the height of|inspect'),
  places: list('kitchen|bedroom|study|balcony|bathroom|garage|camp site|office|nursery|living room'),
}

const pick = (words: readonly string[], n: number): string => words[n % words.length]!

/** Digits that look thrown, the same for the same number. */
const dice = (n: number): ((sides: number) => number) => {
  let state = Math.imul(n + 1, 0x9e3779b1) >>> 0
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % sides
  }
}

const model = (roll: (sides: number) => number): string =>
  `${String.fromCharCode(65 + roll(26), 65 + roll(26))}-${100 + roll(900)}`

const uuid = (n: number): Uuid => {
  const hex = createHash('sha256').update(`distractor ${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const chinese = (roll: (sides: number) => number) => {
  const [thing, part, trouble] = [pick(ZH.things, roll(997)), pick(ZH.parts, roll(997)), pick(ZH.troubles, roll(997))]
  const [act, place, name] = [pick(ZH.acts, roll(997)), pick(ZH.places, roll(997)), model(roll)]
  return {
    title: `${name} ${thing}：${part}${trouble}`,
    questions: [`${thing}的${part}${trouble}怎么办`, `${name}怎么${act}${part}`],
    answer: `先断开${name}${thing}的电源，等待 ${2 + roll(28)} 分钟，再${act}${part}；在${place}使用时请离墙 ${5 + roll(40)} 厘米。若仍然${trouble}，记下机身编号后联系维修点，参考说明书第 ${1 + roll(80)} 页。`,
  }
}
const english = (roll: (sides: number) => number) => {
  const [thing, part, trouble] = [pick(EN.things, roll(997)), pick(EN.parts, roll(997)), pick(EN.troubles, roll(997))]
  const [act, place, name] = [pick(EN.acts, roll(997)), pick(EN.places, roll(997)), model(roll)]
  return {
    title: `${name} ${thing}: the ${part} ${trouble}`,
    questions: [`What if the ${part} of the ${thing} ${trouble}?`, `How do I ${act} the ${part} of the ${name}?`],
    answer: `Unplug the ${name} ${thing}, wait ${2 + roll(28)} minutes, then ${act} the ${part}. In a ${place} keep it ${5 + roll(40)} cm from the wall. If it still ${trouble}, note the number below it and see page ${1 + roll(80)} of the manual.`,
  }
}

/** Even ones are Chinese, odd ones English. */
export const distractor = (n: number) => {
  const roll = dice(n)
  for (let i = 0; i < 4; i++) roll(2)
  const locale = n % 2 === 0 ? 'zh-CN' : 'en'
  return {
    id: uuid(n),
    locale,
    topic: `goods.${n % 400}`,
    version: 1,
    ...(n % 2 === 0 ? chinese(roll) : english(roll)),
  }
}

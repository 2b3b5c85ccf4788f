// Words of shop talk that mean much the same, in both languages: what brings a question and an entry together that share no
// word. One line a concept; general language, nothing of any one shop.
import { words } from '@ballast/understanding'

const CONCEPTS = `
bring: 寄 邮寄 邮 发货 发出 寄出 寄走 送货 派送 派件 配送 送到 送达 运送 发往 快递 物流 | ship shipping shipment dispatch deliver delivery send sent post posted mail courier carrier
fee: 费 费用 运费 邮费 收费 付费 加价 掏钱 花钱 要钱 多少钱 邮资 运资 | fee cost charge price postage surcharge pay
arrive: 到货 收到 到手 送到 拿到 到达 抵达 签收 妥投 | arrive arrival receive received reach get delivered turn
when: 几天 多久 多长时间 什么时候 啥时候 啥时 何时 时间 几点 哪天 日子 | when long days soon time date hours
parcel: 包裹 快递 快件 件 货 东西 箱子 | parcel package box item shipment goods
lost: 丢 丢失 丢件 没收到 不见 弄丢 遗失 空空 | lost missing nothing never vanished disappeared
stuck: 不动 没动 卡住 停滞 停 没更新 不更新 动静 轨迹 | stuck moved moving update updated sitting stopped
track: 物流 轨迹 单号 查件 进度 跟踪 | tracking track trace status
part: 分开 拆 拆分 一半 部分 剩下 其余 少了 另一个 分批 | split half part partial two several rest
address: 地址 收货地址 住处 新家 搬家 地方 | address place house moved home street
cancel: 取消 撤销 撤掉 撤回 不要了 不想要 不买 后悔 作废 | cancel stop undo mind mistake withdraw
pickup: 自提 驿站 快递柜 代收 代收点 寄存 | pickup pick-up locker collect collection point
giveback: 退货 退回 退 寄回 送回 退掉 退换 不想要 | return returns back refuse give
refund: 退款 退钱 返款 返还 退给我 款项 钱回来 到账 | refund refunded reimbursed money funds repaid
exchange: 换货 换 调换 更换 换成 调成 改成 | exchange swap change replace switch
defect: 坏 破 破损 损坏 瑕疵 裂 裂开 破洞 开裂 口子 断 质量 | damaged damage broken defective hole torn ripped faulty crack
wrong: 发错 错 不对 寄错 不一样 | wrong incorrect different mistaken
repair: 维修 修 修理 保修 质保 售后 管不管 保质 | repair fix warranty guarantee fixes mend
cheaper: 便宜 降价 打折 折扣 优惠 减 立减 少算 特价 划算 | cheaper discount deal offer sale off save bargain reduced
difference: 差价 补差 差额 价保 保价 买贵 | difference protection match drop dropped lower
pay: 付款 支付 付 结账 买单 缴费 刷卡 付钱 | pay payment paid paying checkout card
installment: 分期 月付 花呗 白条 慢慢还 按月 | installment monthly spread later split
fail: 失败 不了 报错 错误 用不了 不能用 无效 不认 不行 打不开 | fail failed error declined refuses rejected invalid works working
invoice: 发票 专票 单据 凭据 报销 抬头 税号 收据 | invoice receipt tax vat expenses
coupon: 优惠券 券 红包 优惠码 代金券 折扣码 兑换码 | coupon voucher code promo redeem
new: 新用户 新客 首单 首次 第一次 头回 初次 | new first never newcomer
points: 积分 攒 分数 积点 | points credits
level: 会员 等级 级别 金卡 银卡 黄金 升级 降级 | level member membership tier gold silver rank
person: 人工 真人 客服 活人 专员 坐席 | human person agent staff someone somebody
online: 在线 上班 营业 下班 半夜 夜里 几点 | open hours opening midnight business
store: 门店 实体店 店铺 铺子 店里 分店 | store shop branch boutique showroom
real: 正品 真 假 假货 真假 验货 山寨 | genuine authentic fake original counterfeit
stock: 缺货 没货 断码 补货 进货 卖光 售罄 有货 卖完 | stock restock sold available batch gone
gift: 礼物 礼品 送人 生日 礼盒 包装 贺卡 | gift present wrap wrapping birthday surprise
bulk: 团购 批量 团建 集采 采购 大量 套 | bulk team wholesale school club thirty
signin: 登录 登不上 登不进 进不去 密码 密钥 验证码 登陆 登进来 | login log sign password locked verification account
account: 账号 帐号 账户 注册 资料 用户 | account profile register registration
erase: 注销 删除 清空 清除 抹掉 | delete remove erase close wipe
personal: 隐私 个人信息 数据 资料 信息 | personal data privacy information know
wash: 洗 机洗 清洗 水洗 洗衣机 滚筒 洗涤 下水 | wash washing laundry machine clean tumble
clean: 刷 清洁 打理 脏 脏了 污渍 | clean dirt dirty muddy stain cleaning
shrink: 缩水 变小 缩 | shrink shrank smaller
down: 羽绒 羽绒服 鸭绒 毛 绒 羽毛 掉毛 钻毛 | down feather feathers puffer goose duck fluff
shoes: 鞋 鞋子 跑鞋 球鞋 运动鞋 靴 靴子 鞋底 | shoe shoes sneaker sneakers trainers boots footwear soles sole
clothes: 衣服 短袖 T恤 卫衣 上衣 衫 | clothes tee t-shirt shirt hoodie garment cotton
jacket: 外套 冲锋衣 夹克 风衣 外壳 | jacket coat shell raincoat
waterproof: 防水 防雨 下雨 暴雨 雨天 淋 湿 | waterproof rain rainproof storm wet dry water
swim: 游泳 下水 泳池 泡水 | swim swimming pool
watch: 手表 表 腕表 手环 腕上 | watch wristband band
battery: 续航 电池 充电 电量 充 | battery charge charging charges
confirm: 确认 成功 通知 短信 邮件 消息 | confirmation confirm email inbox message notification
add: 加 再加 加购 合并 一起 一块 再塞 凑 | add combine together same another
unpaid: 未付款 待付款 没付 不付款 占着 不给钱 | unpaid without
preorder: 预售 定金 押金 预订 没上市 尾款 | preorder pre-order deposit presale
refuse: 拒收 拒签 不签 不收 | refuse reject accept decline
later: 晚几天 改天 延后 推迟 再寄 下周 下礼拜 出差 不在家 家里没人 | later hold away travelling nobody postpone next
holiday: 春节 过年 国庆 假期 节日 双十一 元旦 | holiday holidays festival year christmas
village: 村 农村 乡镇 乡村 偏远 山沟 老家 县城 | village rural remote farm far town
customs: 关税 海关 清关 进口 交税 进口税 | customs duty import border tax
abroad: 国外 海外 境外 国际 外国 香港 新加坡 马来西亚 狮城 吉隆坡 | abroad overseas international foreign hong kong singapore malaysia
fast: 加急 急 次日达 最快 快点 急用 尽快 | fast express quick quickest rush tomorrow urgent next-day
heavy: 重 沉 大件 哑铃 壶铃 | heavy bulky weighty dumbbell kettlebell weight
history: 以前 去年 前年 历史 过去 买过 | history past old previous ago
guest: 游客 不注册 免注册 没有账号 懒得 | guest register without
packaging: 盒 鞋盒 纸盒 包装 外包装 盒子 | box packaging carton package
tag: 吊牌 标签 牌子 吊卡 | tag label tags
late: 超期 过期 过了 来得及 逾期 晚了 太晚 | late deadline missed expired weeks passed over
amount: 少了 全额 金额 怎么才 不够 | less amount full short wrong
bank: 银行卡 卡 信用卡 销户 银行 | bank card account closed
wide: 宽 脚宽 宽楦 脚背 | wide broad
size: 尺码 码 号 几号 几码 大小 | size fit number sizing fits
small: 小 太小 紧 挤 | small tight
large: 大 太大 松 宽松 | large big loose
child: 小孩 孩子 儿童 娃 童装 宝宝 | child kids children son daughter baby boy girl
daily: 天天 每天 日常 平时 | daily every everyday
carbon: 碳板 竞速 比赛 | carbon plate racing race
chafe: 磨 磨脚 水泡 起泡 磨后跟 | rub rubs blister blisters chafe stiff
plane: 登机 飞机 坐飞机 托运 随身 航班 | plane flight airline carry-on cabin luggage
bag: 包 背包 双肩包 背囊 行李 | bag backpack rucksack pack duffel
smell: 味道 臭 异味 熏 气味 | smell smelly odour stink stinks
pair: 配对 连接 连不上 蓝牙 搜不到 绑定 | pair bluetooth connect pairing
phone: 手机 安卓 苹果 手机号 电话 号码 | phone android iphone mobile number
helmet: 头盔 帽子 | helmet head
hit: 撞 撞击 磕 摔 碰 | crash hit impact fall fell
fraud: 诈骗 骗子 骗 陌生人 冒充 自称 | fraud scam stranger phishing suspicious
stolen: 被盗 盗 盗号 异常 有人用 偷偷 | hacked stolen someone somebody misused
app: 小程序 软件 客户端 应用 下载 装 | app application download install
waiting: 排队 等 没人理 不回 没人回 | wait waiting queue nobody replies hour
job: 招聘 招人 简历 实习 应聘 上班 工作 | job jobs hiring vacancy vacancies work career apply internship
recycle: 回收 旧 以旧换新 旧衣 不穿 抵 | recycle recycling old worn trade used
robot: 机器人 程序 智能 自动 | robot bot machine computer
limit: 限购 最多 上限 限制 | limit maximum most restricted stops
see: 视障 看不清 字太小 老人 | screen reader blind see larger accessibility
`

const byWord = new Map<string, string[]>()
for (const line of CONCEPTS.trim().split('\n')) {
  const [name, rest] = line.split(': ') as [string, string]
  const [chinese, english] = rest.split(' | ') as [string, string]
  for (const word of [...chinese.split(' '), ...english.split(' ').flatMap((one) => words(one))])
    byWord.set(word, [...new Set([...(byWord.get(word) ?? []), name])])
}

/** What a text's words and pairs of characters speak of, each once. */
export const conceptsOf = (terms: Iterable<string>): Set<string> => {
  const found = new Set<string>()
  for (const term of terms) for (const name of byWord.get(term.toLowerCase()) ?? []) found.add(name)
  return found
}

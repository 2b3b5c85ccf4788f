// One sentence on each product for its page, in the order of the catalogue.
import type { Localised } from '../../server/src/features/commerce/index.ts'

const text = (zh: string, en: string): Localised => ({ zh, en })

export const descriptions: readonly Localised[] = [
  text('轻弹缓震，日常慢跑和通勤都合适。', 'Light and springy for easy runs and the way to work.'),
  text('深齿大底，湿滑山路也抓得住。', 'Deep lugs that hold on wet mountain paths.'),
  text('高帮护踝，耐磨外底适合水泥场。', 'High cut, with an outsole made for concrete courts.'),
  text('水洗帆布，百搭低帮。', 'Washed canvas, low cut, goes with everything.'),
  text('轻薄透气，出汗也不贴身。', 'Thin and airy; it does not cling when you sweat.'),
  text('厚实纯棉，版型宽松。', 'Heavy cotton with a relaxed fit.'),
  text('内里抓绒，袖口不紧绷。', 'Brushed inside, with soft cuffs.'),
  text('三层压胶，挡得住大雨。', 'Three taped layers against heavy rain.'),
  text('可收进自带口袋，叠起来只有一本书大。', 'Packs into its own pocket, no bigger than a book.'),
  text('高腰裸感，弯腰不下滑。', 'High waist and soft; stays up when you bend.'),
  text('侧边拉链袋，跑步手机不晃。', 'A zipped side pocket keeps the phone still.'),
  text('直筒不挑腿型，微弹面料。', 'Straight leg in a denim with a little stretch.'),
  text('透气人棉，带两个口袋。', 'Breathable viscose, with two pockets.'),
  text('中高强度支撑，肩带可调。', 'Medium to high support, adjustable straps.'),
  text('毛圈袜底，三双一组。', 'Terry soles, three pairs to a pack.'),
  text('可调后扣，帽檐可弯折。', 'Adjustable at the back, with a bendable peak.'),
  text('电脑隔层可放 15 寸，背板透气。', 'Fits a 15-inch laptop; the back panel breathes.'),
  text('6 毫米双面防滑。', 'Six millimetres, non-slip on both sides.'),
  text('单手开盖，不含双酚 A。', 'Opens with one hand; free of BPA.'),
  text('GPS 续航 20 小时，50 米防水。', 'Twenty hours of GPS, water-resistant to 50 m.'),
]

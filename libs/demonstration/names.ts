/** Invented people and disputes. No name belongs to anybody; phone numbers come from no network's range. */
import type { PartyInput } from '@anjuan/casework';
import type { Chance } from './chance';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建国梅春秀玲志文辉红波燕云峰龙生林海山东兰凤洁雪松柏青竹田丰收福贵全安康宁和顺利新亮光远达成功业民仁义礼智信忠孝德正直清廉',
];

/** A name of two or three characters. */
export const personName = (c: Chance): string =>
  c.pick(surnames) + c.pick(given) + (c.next() < 0.6 ? c.pick(given) : '');

export const natural = (c: Chance, role: string): PartyInput => ({ role, kind: 'natural', name: personName(c) });

const trades = [
  '建材',
  '商贸',
  '农业开发',
  '物流',
  '餐饮管理',
  '机械',
  '装饰',
  '房地产',
  '水产养殖',
  '服装',
  '电子',
  '运输',
];
export const companyName = (c: Chance, place: string): string =>
  `${place}${c.pick(given)}${c.pick(given)}${c.pick(trades)}有限公司`;

/** Short facts of a dispute by its type, as a mediator would jot them down. */
export const summaries: Readonly<Record<string, readonly string[]>> = {
  marriage: [
    '夫妻因家庭琐事争吵，要求分割共同财产',
    '子女就老人赡养费用分担发生争议',
    '离婚后探望子女的时间安排有争议',
  ],
  neighbour: [
    '屋檐滴水流入邻居院内',
    '相邻排水沟堵塞，双方互相指责',
    '宅旁栽树遮挡采光，邻居要求移栽',
    '共用通道堆放杂物引发口角',
  ],
  housing: ['翻建房屋越过原有地基', '宅基地四至不清，双方各执一词', '房屋装修损坏楼下天花板'],
  contract: ['货款拖欠，买方称质量不合格', '房屋租赁到期后押金不予退还', '承揽加工逾期交货，定作人拒付余款'],
  business: ['合伙经营散伙时账目不清', '门店转让后设备交接不符'],
  damages: ['牲畜践踏庄稼，要求赔偿', '施工掉落物砸坏车辆', '孩童玩耍致伤，医疗费负担有争议'],
  land: ['承包地边界被移动', '林木砍伐越界', '机耕道占地补偿未谈妥'],
  demolition: ['搬迁过渡费发放时间有争议', '附属设施补偿标准有争议'],
  labour: ['工程完工后工资未结清', '务工受伤后误工费有争议'],
  village: ['集体收益分配名单有争议', '村组用水分摊费用有争议'],
  environment: ['养殖场异味影响周边住户', '夜间加工噪声扰民'],
  traffic: ['电动车与三轮车相撞，医疗费分担有争议', '车辆剐蹭，修理费数额有争议'],
  medical: ['患者对治疗效果不满意，要求退还费用', '手术后恢复不佳，要求赔偿'],
  property: ['业主以服务不到位为由拒缴物业费', '车位划分引起业主不满'],
  consumer: ['家电售后维修收费有争议', '预付卡余额退还有争议'],
  other: ['借款到期未还，双方对利息有争议', '红白喜事场地使用引发争执'],
};

export const claims: Readonly<Record<string, string>> = {
  penalty: '请求撤销行政处罚决定',
  complaint: '请求撤销举报投诉处理答复并责令重新处理',
  disclosure: '请求撤销政府信息公开答复并责令重新答复',
  levy: '请求撤销征收决定',
  confirmation: '请求撤销行政确认',
  coercion: '请求确认强制措施违法',
  inaction: '请求责令履行法定职责',
  ownership: '请求撤销土地权属处理决定',
  licence: '请求撤销行政许可',
  'work-injury': '请求撤销工伤认定决定',
  other: '请求撤销行政行为',
};

/**
 * Part-words of breakdown lists: what the parts divide by. Matched against a whole label after 类、案件、引发 and the like
 * are taken off.
 */
import type { SlotClass } from './term';

const trailing =
  /(?:类(?:案件|型)?|方面|领域|案件|引发的?|事项|纠纷|系统|行政管理|行政行为|新收|受理|收案|(?<!征)收|的|有)+$/;

const exact: readonly (readonly [SlotClass, RegExp])[] = [
  [
    'matter',
    /^(?:不服)?(?:行政|政府)?(?:处罚|许可|强制(?:措施|执行)?|征收(?:补偿)?|征补|确认|确权|裁决|给付|补偿|登记|协议|奖励|命令|合同|检查|赔偿|收费|审批|答复|处理|复核|监督|决定)$|^(?:集体)?(?:土地|房屋|山林|林地)(?:征收|征用|确权|登记|裁决)(?:补偿)?$|信息公开|投诉|举报|不作为|(?:不|未)履行|履职|履行(?:法定)?职责|禁摩|工伤认定|责任认定|事故认定|征地补偿|土地确权|山林确权|林地确权|权属/,
  ],
  [
    'field',
    /^(?:治安(?:管理)?|公安|(?:公安)?交[通警管]+|市场监管|市监|市场监督管理|工商|质监|食药|食品药品|药监|城管|城市管理|城建|综合执法|城管执法|人力资源|人社|劳动(?:和)?(?:社会)?保障|社保|社会保障|自然资源|自规|规资|规划|国土|土地|住建|住房(?:和)?城乡建设|住房建设|房产|房管|教育|体育|卫生(?:健康)?|卫健|卫计|民政|司法|财政|税务|海关|交通运?输?|水利|水务|农业农村|农业|环保|环境保护|生态环境|生态|应急(?:管理)?|消防|安监|文化旅游?|文旅|文广旅|民宗|征迁(?:安置)?|拆迁|违建(?:拆除)?|拆违|发改|发展改革|林业|审计|退役军人|医保|医疗保障|金融|知识产权|公共资源|公积金|烟草|能源|科技|工信|商务|国资|人防|气象|证监|银保监)(?:管理|部门)?$/,
  ],
  [
    'respondent',
    /(?:局|分局|委员会|[健改]委|街道|街道办|镇|乡|办事处|大队|支队|派出所|管委会|管理局|部门|开发区|新区|乡镇街道|镇街|村委会|中心|(?<!调|查|受|办)处)$/,
  ],
  [
    'authority',
    /(?:[省市区县州盟旗]|(?:省|市|区|县|本级|自治区)(?:级)?(?:人民)?政府|本级|兵团|省直|市直|市本级|省级|市级|县级|区级|厅|部)$/,
  ],
  ['category', /^其[他它]$|^其余$/],
];
const places = /^\p{Script=Han}{2,4}$/u;

export interface Slot {
  readonly words: string;
  readonly class: SlotClass | null;
}

/** The part a label names; `class` is null where the words are not known. */
export function slotOf(label: string): Slot {
  // 责令履职 is an outcome, 履职 a matter.
  if (/^(?:在|对|为|全|责令)/.test(label)) {
    return { words: label, class: null };
  }
  const words =
    label
      .replace(/\([^()]*\)/g, '')
      .replace(trailing, '')
      .trim() || label;
  const answering =
    /^(?!.*(?:收到|新收|受理|收).*被申请人)(?:以)?(.+?)(?:作为?|为|是|成为)(?:行政复议)?被申请人/.exec(label)?.[1] ??
    /^(.+?)被申请(?:行政)?复议/.exec(label)?.[1] ??
    /^不服(.+?)所?作出的?(?:具体)?行政行为/.exec(label)?.[1] ??
    /^(?:被申请人|被告)(?:为|是)(.+?)(?:的(?:案件)?(?:数量?)?(?:为|有|共计?)?)?$/.exec(label)?.[1];
  if (answering !== undefined && !/^本?[省市区县](?:人民)?政府$/.test(answering)) {
    return { words: answering, class: 'respondent' };
  }
  // 行政协议和行政赔偿 divides as its parts do.
  const parts = words.split(/[和及、与]/).map((part) => part.replace(trailing, '') || part);
  for (const [name, pattern] of exact) {
    if (pattern.test(words) || parts.every((part) => pattern.test(part))) {
      return { words, class: name };
    }
  }
  return { words, class: null };
}

/** A bare name of two to four signs: 香洲, 斗门, 兵团. */
export function looksLikePlace(words: string): boolean {
  return places.test(words) && !/[撤判处理结诉解驳销认其他无未已被收审办予裁]/.test(words);
}

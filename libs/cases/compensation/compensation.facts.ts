import { column, defineFacts } from '@anjuan/casework';

/** 赔偿义务机关 (国家赔偿法第七条、第八条). */
export const liableOrgans = { 'own-government': '本级人民政府', department: '部门、乡镇街道' } as const;
/** 请求赔偿的事由 (国家赔偿法第三条、第四条). */
export const grounds = {
  detention: '违法拘留或者限制人身自由',
  'unlawful-custody': '非法拘禁或者以其他方法非法剥夺人身自由',
  violence: '殴打、虐待等造成身体伤害或者死亡',
  weapons: '违法使用武器、警械',
  penalty: '违法实施罚款、吊销、责令停产停业、没收等处罚',
  coercion: '违法采取查封、扣押、冻结等强制措施',
  levy: '违法征收、征用财产',
  other: '造成损害的其他违法行为',
} as const;
export const outcomes = {
  compensated: '决定赔偿',
  refused: '决定不予赔偿',
  withdrawn: '撤回申请',
} as const;
/** 赔偿方式 (国家赔偿法第三十二条). */
export const manners = { payment: '支付赔偿金', return: '返还财产', restoration: '恢复原状' } as const;
/** 不予赔偿的理由 (国家赔偿法第五条、第三十九条). */
export const refusals = {
  personal: '工作人员与行使职权无关的个人行为',
  self: '公民、法人和其他组织自己的行为致使损害发生',
  lawful: '行政行为不违法',
  'no-damage': '没有损害或者损害与行政行为没有因果关系',
  'out-of-time': '超过请求时效',
  other: '法律规定的其他情形',
} as const;

/**
 * Facts of one request to the organ that must compensate. It is no lawsuit: a suit over it is a litigation file.
 * Counted on: received — `received_on`; concluded — `concluded_on`, the day on the decision or of the withdrawal.
 */
export const compensationFacts = defineFacts('compensation', {
  liable: column.code('赔偿义务机关', liableOrgans),
  ground: column.code('请求事由', grounds),
  damage_known_on: column.day('知道侵害日期'),
  received_on: column.day('收到申请日期'),
  claim_fen: column.money('请求金额'),
  correction_asked_on: column.day('告知补正日期'),
  corrected_on: column.day('收到补正日期'),
  negotiated_on: column.day('协商日期'),
  outcome: column.code('处理结果', outcomes),
  manner: column.code('赔偿方式', manners),
  amount_fen: column.money('决定赔偿金额'),
  refusal: column.code('不予赔偿理由', refusals),
  concluded_on: column.day('办结日期'),
  served_on: column.day('送达日期'),
  sued_on: column.day('请求人起诉日期'),
  payment_asked_on: column.day('请求人申请支付日期'),
  finance_asked_on: column.day('向财政部门申请日期'),
  performed_on: column.day('支付或者履行日期'),
  archived_on: column.day('归档日期'),
});

/** What is compared of each kind: the fact behind each field, and the heads under which exports print it. */
import { litigationFacts } from '@anjuan/cases/litigation';
import { mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import type { FactSheet } from '@anjuan/casework';
import type { Heads } from './reading-sheet';

export interface ComparedKind {
  readonly title: string;
  readonly sheet: FactSheet;
  /** The fact by which a case belongs to a year. */
  readonly on: string;
  /** A fact that is a number of the case, too. */
  readonly number?: string;
  /** Field → fact. */
  readonly facts: Readonly<Record<string, string>>;
  readonly heads: Heads;
}

const number = /^(案号|案件编号|案件号|文号|受理编号|编号|登记号|收案编号)$/;
const day = (head: RegExp) => ({ head, type: 'day' }) as const;
const text = (head: RegExp) => ({ head, type: 'text' }) as const;

export const comparedKinds: Readonly<Record<string, ComparedKind>> = {
  mediation: {
    title: '人民调解案件',
    sheet: mediationFacts,
    on: 'accepted_on',
    facts: {
      受理日期: 'accepted_on',
      结案日期: 'closed_on',
      纠纷类型: 'dispute_type',
      调解结果: 'outcome',
      协议金额: 'agreement_fen',
    },
    heads: {
      number,
      parties: /^(当事人|甲方|乙方|申请人|被申请人)(姓名|名称)?\d?$/,
      day: '受理日期',
      fields: {
        受理日期: day(/受理(日期|时间)/),
        结案日期: day(/(结案|办结|调解结束)(日期|时间)/),
        纠纷类型: text(/(纠纷|案件)(类型|类别)/),
        调解结果: text(/调解结果|处理结果/),
        协议金额: { head: /(协议|涉案|标的)(涉及)?金额|标的额/, type: 'money' },
      },
    },
  },
  reconsideration: {
    title: '行政复议案件',
    sheet: reconsiderationFacts,
    on: 'organ_received_on',
    facts: {
      收到日期: 'organ_received_on',
      受理日期: 'accepted_on',
      审结日期: 'concluded_on',
      行政管理类别: 'field',
      申请复议事项: 'matter',
      结案方式: 'outcome',
    },
    heads: {
      number,
      parties: /^(申请人)(姓名|名称)?\d?$/,
      day: '收到日期',
      fields: {
        收到日期: day(/(收到|收案|申请)(日期|时间)/),
        受理日期: day(/(受理|立案)(日期|时间)/),
        审结日期: day(/(审结|结案|办结)(日期|时间)/),
        行政管理类别: text(/行政管理(类别|领域)/),
        申请复议事项: text(/(申请)?(行政)?复议事项|行政行为(种类|类型)/),
        结案方式: text(/(结案|审结|办结)方式|复议结果/),
      },
    },
  },
  litigation: {
    title: '行政应诉案件',
    sheet: litigationFacts,
    on: 'notified_on',
    number: 'court_number',
    facts: {
      收到应诉通知日期: 'notified_on',
      裁判日期: 'ruled_on',
      案由: 'cause',
      审级: 'instance',
      裁判结果: 'ruling',
    },
    heads: {
      number,
      parties: /^(原告|上诉人)(姓名|名称)?\d?$/,
      day: '收到应诉通知日期',
      fields: {
        收到应诉通知日期: day(/(收到|应诉通知|收案)(日期|时间)/),
        裁判日期: day(/(裁判|判决|审结|结案)(日期|时间)/),
        案由: text(/案由/),
        审级: text(/审级|审理程序/),
        裁判结果: text(/(裁判|判决|审理)结果/),
      },
    },
  },
};

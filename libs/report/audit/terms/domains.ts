/** Words that tell what a passage speaks of. Tried in their order at each position; the longest stands first. */
import type { Domain } from './term';

export const domainCues: readonly (readonly [Domain, string])[] = [
  ['mediation', '行政调解'],
  [
    'reconsideration',
    '行政复议|复议|(?:矛盾|行政)?(?:纠纷|争议)?综合(?:纠错)?化解率|(?:直接|综合)纠错|纠错率|案前(?:化解|调解|和解)|被申请人',
  ],
  ['compensation', '行政赔偿|国家赔偿'],
  [
    'coordination',
    '行政争议(?:的)?(?:化解(?:案件|任务|事项)|多元|协调|调处|调解中心|化解中心|联动|联合|诉前)|联调会|联调联动|联席协调会',
  ],
  [
    'litigation',
    '行政诉讼|行政应诉|(?<=负责人|领导)应诉|应诉(?!率)|被告(?!人)|法院(?:共|全年|新|依法)*(?:受理|新收|收案|审结|判决)|诉讼请求|驳回起诉|败诉|出庭|行政审判|行政案件审判|诉讼案件|一审|二审|非诉执行|非诉行政执行|结收比',
  ],
  ['legal-aid', '法律援助|法援'],
  ['petition', '信访|来信|来访|(?<!(?:制止|防止|避免|预防|减少)[^,;。]{0,8})上访|进京'],
  [
    'mediation',
    '人民调解|矛盾纠纷|调委会|调委员会|调解委员会|调解员|调解人员|调解组织|(?<!协)调处|司法确认|调解协议|诉源治理|诉前调解|调解工作室|枫桥|民转刑|调解案件|各类纠纷|纠纷',
  ],
  ['enforcement', '执法监督|监督通知书|监督文书'],
  [
    'other',
    '宣传|普法|规范性文件|合法性审[查核]|(?<!经|经过|依法)审[查核]|刑事|犯罪|安全检查|抽查|案卷|政务服务|公证|证明事项|营商|法律顾问|律师|重大决策|行政决策|立法|社区矫正|志愿|公共法律服务|满意度|讲座|执法人员|执法检查|处罚决定|信用|双随机|行政执法',
  ],
];
/** 调解 alone speaks of mediation only where nothing else was spoken of. */
export const weakCue = '调解|化解';

/** Committees of every kind and their mediators: terms, grades, villages in contact, training, honours. */
import { code, count, day, flag, text } from '@anjuan/casework';
import { addMonths } from '@anjuan/law';
import { defineRegister } from '../register';

/** 人民调解委员会的类型. */
export const committeeKinds = {
  village: '村(社区)',
  town: '乡镇(街道)',
  industry: '行业性、专业性',
  enterprise: '企事业单位',
  region: '区域性',
  other: '其他社会团体、组织',
} as const;
const fields = {
  medical: '医疗纠纷',
  traffic: '道路交通事故',
  labour: '劳动争议',
  property: '物业纠纷',
  consumer: '消费纠纷',
  demolition: '征地拆迁',
  family: '婚姻家庭',
  environment: '环境保护',
  other: '其他',
} as const;
export const employments = { 'full-time': '专职', 'part-time': '兼职' } as const;
/** 等级, the highest first; localities name two to five of them. */
export const grades = { first: '一级', second: '二级', third: '三级', fourth: '四级' } as const;
const levels = { national: '国家级', province: '省级', city: '市级', county: '县级', town: '乡镇(街道)' } as const;
const YEARS_OF_A_TERM = 3;

const mediatorRef = { label: '人民调解员', required: true, to: 'mediator', follows: true } as const;

export const committees = defineRegister({
  name: 'committee',
  title: '人民调解委员会',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: {
    name: text('名称', { max: 100 }),
    address: text.optional('办公地址'),
  },
  refs: {},
  facts: {
    kind: code('类型', committeeKinds),
    field: code.optional('行业、专业领域', fields),
    established_on: day('设立日期'),
    notified_on: day.optional('通报人民法院日期', { hint: '设立和人员组成、调整情况通报所在地基层人民法院' }),
    dissolved_on: day.optional('撤销日期'),
  },
  named: 'name',
  since: 'established_on',
  until: 'dissolved_on',
  cite: '人民调解法第八条、第十条、第三十四条',
});

export const mediators = defineRegister({
  name: 'mediator',
  title: '人民调解员',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { name: text('姓名', { max: 50 }) },
  refs: { person_id: { label: '系统人员', required: false, to: 'person' } },
  facts: {
    sex: code.optional('性别', { female: '女', male: '男' }),
    employment: code('专职、兼职', employments),
    engaged: code('产生方式', { elected: '委员（推选）', appointed: '聘任' }),
    appointed_on: day('任职日期'),
    left_on: day.optional('离任日期', { hint: '离任即结束其任期、等级和定向联系' }),
  },
  named: 'name',
  since: 'appointed_on',
  until: 'left_on',
  cite: '人民调解法第八条、第十三条、第十四条',
});

/** 任期 — members are elected for three years each time and may be elected again. */
export const terms = defineRegister({
  name: 'term',
  title: '委员任期',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: {},
  refs: { mediator_id: mediatorRef },
  facts: {
    position: code('职务', { head: '主任', deputy: '副主任', member: '委员' }),
    started_on: day('任期开始'),
    ends_on: day.aheadOptional('任期届满', { hint: '不填即为开始之日起三年' }),
  },
  named: 'mediator_id',
  since: 'started_on',
  until: 'ends_on',
  succeeds: 'mediator_id',
  completes: (values) =>
    values.ends_on === null && typeof values.started_on === 'string'
      ? { ...values, ends_on: addMonths(values.started_on, 12 * YEARS_OF_A_TERM) }
      : values,
  rules: [
    {
      name: 'term.three-years',
      cite: '人民调解法第九条',
      refuses: ({ values: { started_on, ends_on } }) =>
        typeof started_on === 'string' &&
        typeof ends_on === 'string' &&
        ends_on > addMonths(started_on, 12 * YEARS_OF_A_TERM)
          ? '人民调解委员会委员每届任期三年；连选连任的，另登记新的一届。'
          : null,
    },
    {
      name: 'term.elected',
      cite: '人民调解法第九条、第十三条',
      refuses: ({ referred }) =>
        referred.mediator_id?.engaged === 'appointed' ? '聘任的人民调解员不是委员，没有任期。' : null,
    },
  ],
  cite: '人民调解法第九条',
});

/** 分类分级 — one grade holds at a time; a new one ends the last. */
export const mediatorGrades = defineRegister({
  name: 'grade',
  title: '等级评定',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { body: text.optional('评定单位') },
  refs: { mediator_id: mediatorRef },
  facts: {
    grade: code('等级', grades),
    graded_on: day('评定日期'),
    ended_on: day.optional('失效日期'),
  },
  named: 'mediator_id',
  since: 'graded_on',
  until: 'ended_on',
  succeeds: 'mediator_id',
  cite: '各地人民调解员等级评定办法',
});

/** 定向联系 — a mediator of town or trade stands by a village. */
export const liaisons = defineRegister({
  name: 'liaison',
  title: '定向联系',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { note: text.optional('备注') },
  refs: {
    mediator_id: mediatorRef,
    village_id: { label: '联系村(社区)', required: true, to: 'organisation', kinds: ['village-committee'] },
  },
  facts: { since_on: day('开始日期'), ended_on: day.optional('结束日期') },
  named: 'mediator_id',
  since: 'since_on',
  until: 'ended_on',
  cite: '各地人民调解员定向联系制度',
});

export const trainings = defineRegister({
  name: 'training',
  title: '业务培训',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { name: text('培训名称', { max: 100 }), place: text.optional('地点') },
  refs: {},
  facts: {
    level: code('举办层级', levels),
    held_on: day('开始日期'),
    days: count('天数', { min: 1, max: 60 }),
    people_count: count('参训人次', { min: 1, max: 100_000 }),
  },
  named: 'name',
  since: 'held_on',
  until: null,
  cite: '人民调解法第十四条',
});

export const attendances = defineRegister({
  name: 'attendance',
  title: '参训记录',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: {},
  refs: {
    mediator_id: { ...mediatorRef, follows: false },
    training_id: { label: '培训', required: true, to: 'training' },
  },
  facts: { attended_on: day('参训日期'), passed: flag('考核合格') },
  named: 'mediator_id',
  since: 'attended_on',
  until: null,
  rules: [
    {
      name: 'attendance.day',
      cite: '人民调解法第十四条',
      refuses: ({ values, referred }) =>
        String(values.attended_on) < String(referred.training_id?.held_on ?? '')
          ? '参训日期早于培训开始的日期。'
          : null,
    },
  ],
  cite: '人民调解法第十四条',
});

export const honours = defineRegister({
  name: 'honour',
  title: '表彰奖励',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { title: text('荣誉名称', { max: 100 }), body: text.optional('授予单位') },
  refs: { mediator_id: { ...mediatorRef, label: '人民调解员（授予集体的不填）', required: false, follows: false } },
  facts: { level: code('级别', levels), awarded_on: day('授予日期') },
  named: 'title',
  since: 'awarded_on',
  until: null,
  cite: '人民调解法第六条',
});

/** 调解专家库 — people of other trades whom committees ask for advice; most of them mediate nothing themselves. */
export const experts = defineRegister({
  name: 'expert',
  title: '调解专家库',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { name: text('姓名', { max: 50 }), employer: text.optional('工作单位', { max: 100 }) },
  refs: {},
  facts: {
    field: code('专业领域', { ...fields, law: '法律', psychology: '心理' }),
    listed_on: day('入库日期'),
    left_on: day.optional('出库日期'),
  },
  named: 'name',
  since: 'listed_on',
  until: 'left_on',
  cite: '人民调解法第二十条',
});

/** 机构类型: code → Chinese, in the order of a tree. Figures tell committees of different kinds apart by it. */
export const organisationKinds = {
  government: '人民政府',
  bureau: '司法局',
  department: '政府部门',
  'reconsideration-office': '行政复议机构',
  'litigation-office': '行政应诉机构',
  'justice-office': '司法所',
  'town-committee': '乡镇(街道)人民调解委员会',
  'village-committee': '村(社区)人民调解委员会',
  'industry-committee': '行业性、专业性人民调解委员会',
  'enterprise-committee': '企事业单位人民调解委员会',
  'court-branch': '非诉讼服务中心分中心',
} as const;
export type OrganisationKind = keyof typeof organisationKinds;
export const isOrganisationKind = (v: string): v is OrganisationKind => Object.hasOwn(organisationKinds, v);

/** Work beside the three kinds of case: coordination, compensation, letters and visits, legal aid, oversight of enforcement. */
import type { Term } from './term';

export const coordinationTerms: readonly Term[] = [
  { id: 'admin-dispute-coordination-success-rate', says: /成功率|化解率/, kind: 'rate' },
  { id: 'coordination-meetings', says: /(?:联调|协调|联席)会/, units: /^(?:次|场|场次)$/ },
  { id: 'admin-disputes-resolved', says: /化解|解决|化成|调成/ },
  { id: 'admin-disputes-coordinated', says: /协调|联调|交办|联合调处|接收|受理|收案|调解/, units: /^[件起宗]$/ },
];

export const compensationTerms: readonly Term[] = [
  { id: 'admin-compensation-amount', says: /./, kind: 'amount' },
  { id: 'admin-compensation-concluded', says: /办结|审结|结案/ },
  { id: 'admin-compensation-received', says: /收|受理|申请|办理/ },
];

export const petitionTerms: readonly Term[] = [
  { id: 'petition-timely-acceptance-rate', says: /及时受理率/, kind: 'rate' },
  { id: 'petition-reply-rate', says: /答复率/, kind: 'rate' },
  { id: 'petition-assigned-resolution-rate', says: /化解率/, kind: 'rate' },
  { id: 'petition-beijing-visits-yoy', says: /进京/, kind: 'rate' },
  { id: 'petition-province-visits-yoy', says: /赴省/, kind: 'rate' },
  { id: 'petition-reviews', says: /复查|复核/ },
  { id: 'petitions-handled', says: /来信、?来访|来访、?来信|信访(?:事项|件|总量)/, units: /^[件起](?:次)?$/ },
  { id: 'petitions-by-letter', says: /来信/ },
  { id: 'petitions-by-visit', says: /来访/, not: /咨询/ },
  { id: 'petitions-online', says: /网上|网络|网信/ },
  { id: 'petitions-handled', says: /受理|办理|登记/, not: /交办|转办/, units: /^(?:[件起](?:次)?|批)$/ },
];

export const legalAidTerms: readonly Term[] = [
  { id: 'legal-aid-criminal', says: /^刑事|其中刑事/ },
  { id: 'legal-aid-plea', says: /认罪认罚/ },
  { id: 'legal-aid-civil', says: /民事/ },
  { id: 'legal-aid-administrative', says: /行政(?:案件)?▮/ },
  { id: 'legal-consultations', says: /咨询/ },
  {
    id: 'legal-aid-cases',
    says: /法律援助|法援|受理|办理|承办|办结|结案|指派/,
    not: /公证|调解|律师|诉讼/,
    units: /^[件起宗]$/,
  },
];

export const enforcementTerms: readonly Term[] = [
  { id: 'enforcement-supervision-notices', says: /监督通知书/ },
  { id: 'enforcement-supervision-decisions', says: /监督决定书/ },
  { id: 'enforcement-supervision-special', says: /监督文书|提示函/ },
  { id: 'enforcement-supervision-suggestions', says: /意见建议/, units: /^条$/ },
];

/** Tried whatever the passage speaks of. */
export const generalTerms: readonly Term[] = [
  { id: 'admin-compensation-amount', says: /赔偿(?:总?金额|款)/, kind: 'amount', within: /(?:行政|国家)赔偿/ },
  { id: 'casework-total', says: /共办理(?:各类)?案件/ },
  { id: 'reconsideration-resolved-by-opinion-letter', says: /(?:意见书|建议书)[^▮]*(?:化解|解决|推动|促成)/ },
  {
    id: 'opinion-letters-replied',
    says: /回函|反馈|回复|答复|采纳|整改|落实/,
    units: /^[份件]$/,
    within: /(?:意见书|建议书|提示函)[^;。]*[\d一二三四五六七八九十]份[^;。]*$/,
  },
  { id: 'opinion-letters', says: /意见书|建议书/, not: /合法性|法律意见|检察|司法建议|审[查核]/, units: /^(?:份|)$/ },
  { id: 'justice-offices', says: /司法所/, units: /^[个家]$/ },
  { id: 'grids', says: /网格(?!员)/, units: /^(?:个|)$/ },
  { id: 'grid-workers', says: /网格员/, units: /^[人名个]$/ },
  { id: 'dispatch-within-days', says: /分派[^▮]*▮/, kind: 'measure' },
  { id: 'legal-opinions-issued', says: /法律意见书/ },
  { id: 'legal-review-opinions', says: /合法性审[查核]意见书/ },
  { id: 'mediation-livestreams', says: /直播/, units: /^[场期次]$/, within: /调解/ },
];

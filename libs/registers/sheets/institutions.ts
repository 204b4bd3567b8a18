import { code, day, text } from '@anjuan/casework';
import { defineRegister } from '../register';

/** Institutions of the justice administration that are no mediation committees: counted as they stand on a day. */
export const institutions = defineRegister({
  name: 'institution',
  title: '司法所、行政复议委员会',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { name: text('名称', { max: 100 }), address: text.optional('办公地址') },
  refs: {},
  facts: {
    kind: code('类型', { 'justice-office': '司法所', 'reconsideration-committee': '行政复议委员会' }),
    established_on: day('设立日期'),
    dissolved_on: day.optional('撤销日期'),
  },
  named: 'name',
  since: 'established_on',
  until: 'dissolved_on',
  cite: '行政复议法（2023）第五十二条；司法所建设制度',
});
/** The same entries as whoever reads reconsiderations may count them. */
export const reconsiderationCommitteeSheet = { ...institutions.sheet, kind: 'reconsideration' } as const;

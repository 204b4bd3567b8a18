import { type Office, openOffice } from '@test/office';
import { applicant, receive, whyNot } from './entries';

describe('an application of many', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('came in online: six applicants act through one to five of them, one through an agent', async () => {
    const names = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
    const agent = { role: 'agent', kind: 'natural', name: '周律师' } as const;
    const file = await receive(office, '2024-03-04', [...names.map(applicant), agent], { channel: 'online' });
    expect(await file.facts()).toMatchObject({ channel: 'online', applicant_count: 6, applicant_kind: 'citizen' });
    const representatives = (count: number) => ({
      parties: names.slice(0, count).map((name) => ({ role: 'representative', kind: 'natural', name })),
    });
    expect(await whyNot(file.does('elect-representatives', representatives(6)))).toContain('一至五名');
    await file.does('elect-representatives', representatives(3));
    const { parties } = await file.page();
    expect(parties.filter((p) => p.role === 'representative').map((p) => p.name)).toEqual(['甲一', '乙二', '丙三']);
    expect(parties.filter((p) => p.role === 'agent').map((p) => [p.role_title, p.name])).toEqual([
      ['代理人', '周律师'],
    ]);
    expect(await whyNot(file.does('elect-representatives', representatives(3)))).toContain('一至五名');
  });
});

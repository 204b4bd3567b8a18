/** What the demonstration counties' reports print beside their cases: declared and approved as an office would do it. */
import type { Actor } from '@anjuan/identity';
import type { Database } from '@anjuan/platform';
import type { DeclaredIndicators, NewDeclaration } from './declared';

const samples: Readonly<Record<string, readonly NewDeclaration[]>> = {
  junshan: [
    {
      code: 'reform-coordination-meetings',
      title: '复议体制改革专题协调会',
      unit: '次',
      value: '3',
      year: 2021,
      source_file: '行政复议体制改革专题协调会会议纪要',
    },
  ],
  gucheng: [
    {
      code: 'mediator-funds-raised',
      title: '筹集人民调解员资金',
      unit: '万元',
      value: '20',
      approximate: '余',
      year: 2024,
      counted_to: '2024-11-20',
      source_file: '2024年专职人民调解员名额及资金分配计划',
    },
  ],
  linhai: [
    {
      code: 'incidents-handled',
      title: '分层分类处置事件',
      unit: '万起',
      value: '1.7',
      approximate: '余',
      year: 2023,
      source_file: '社会治理中心2023年统计表',
    },
    {
      code: 'dispute-resolution-success-rate',
      title: '社会治理中心矛盾纠纷化解成功率',
      unit: '%',
      value: '99',
      year: 2023,
      source_file: '社会治理中心2023年统计表',
    },
    {
      code: 'mediation-litigation-ratio-rank',
      title: '调诉比名次',
      unit: '名',
      value: '1',
      year: 2023,
      source_file: '台州市2023年调诉比通报',
    },
  ],
};

/** Declares them in the names of the county's own officers; nothing where the county has declared something already. */
export async function declareSamples(
  database: Database,
  declared: DeclaredIndicators,
  jurisdictionId: number,
  slug: string,
): Promise<void> {
  const list = samples[slug] ?? [];
  if (list.length === 0 || (await declared.list(jurisdictionId)).length > 0) return;
  const officers = await database.inJurisdiction(jurisdictionId, (tx) =>
    tx.query<{ role: string; id: string; name: string }>(
      `select distinct on (post.role) post.role, p.id, p.name from post
       join person p on p.jurisdiction_id = post.jurisdiction_id and p.id = post.person_id
       where post.jurisdiction_id = $1 and post.role in ('mediation-officer', 'bureau-head') order by post.role, p.id`,
      [jurisdictionId],
    ),
  );
  const as = (role: string): Actor => {
    const found = officers.find((o) => o.role === role);
    if (found === undefined) throw new Error(`演示辖区${slug}没有岗位 ${role}`);
    return { accountId: null, personId: found.id, name: found.name, jurisdictionId, posts: [] };
  };
  for (const one of list) {
    const { id } = await declared.declare(as('mediation-officer'), one);
    await declared.decide(as('bureau-head'), id, 'approved', null);
  }
}

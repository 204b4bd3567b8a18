import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { download } from '../../api/download';
import { problemIn } from '../../api/problem';
import { useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { keyed } from '../../parts/keyed';
import { Loaded, Loading, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { ParagraphCard } from './paragraph-card';
import {
  type Composition,
  compositionQuery,
  type NamedTemplate,
  type Paragraph,
  patternsQuery,
  type Run,
  type Template,
  templatesQuery,
} from './queries';

/** 年报编写: paragraphs chosen and ordered on the left, the text with the year's numbers on the right. */
export function Compose() {
  const me = useMe();
  const today = useToday();
  const templates = useQuery(templatesQuery);
  if (today === undefined) return <Loading />;
  return (
    <Page title="年报编写">
      <Loaded of={templates}>
        {(list) => {
          const own =
            list.find(({ template }) => template.name === me.jurisdiction.slug) ??
            list.find((t) => t.template.name === 'general') ??
            list[0];
          return own && <Workbench templates={list} first={own.template} year={Number(today.slice(0, 4)) - 1} />;
        }}
      </Loaded>
    </Page>
  );
}

function Workbench(props: { templates: readonly NamedTemplate[]; first: Template; year: number }) {
  const [template, setTemplate] = useState<Template>(props.first);
  const [year, setYear] = useState(props.year);
  const [cutoff, setCutoff] = useState<string | null>(null);
  const body = { year, template, ...(cutoff?.startsWith(`${year}-`) ? { cutoff } : {}) };
  const composition = useQuery(compositionQuery(body));
  const change = (paragraphs: Paragraph[]) => setTemplate({ ...template, paragraphs });
  return (
    <div className="composer">
      <section aria-label="模板" className="stack no-print">
        <Card size="small">
          <div className="fields">
            <span className="labelled">
              模板
              <Select
                aria-label="模板"
                value={template.name}
                options={props.templates.map(({ template: t, version }) => ({
                  value: t.name,
                  label: version === 0 ? `自带：${t.title.replace(/^\{年\}年度?/, '')}（${t.name}）` : t.name,
                }))}
                popupMatchSelectWidth={false}
                onChange={(name) =>
                  setTemplate(props.templates.find((t) => t.template.name === name)?.template ?? template)
                }
                style={{ minWidth: 160 }}
              />
            </span>
            <span className="labelled">
              年度
              <InputNumber<number>
                aria-label="年度"
                min={1990}
                max={2100}
                precision={0}
                value={year}
                changeOnBlur
                onChange={(y) => setYear(y ?? year)}
              />
            </span>
            <span className="labelled">
              截止
              <DayInput label="截止" value={cutoff} onChange={setCutoff} />
            </span>
          </div>
          <span className="labelled wide">
            <span>标题</span>
            <Input
              aria-label="标题"
              key={`title ${template.name}`}
              defaultValue={template.title}
              maxLength={100}
              onBlur={(e) => setTemplate({ ...template, title: e.target.value })}
            />
          </span>
        </Card>
        <Paragraphs paragraphs={template.paragraphs} onChange={change} year={year} />
        <Saving template={template} onSaved={setTemplate} />
      </section>
      <section aria-label="正文" className="stack">
        <Loaded of={composition}>
          {(c) => <Text composition={c} body={body} stale={composition.isPlaceholderData} />}
        </Loaded>
      </section>
    </div>
  );
}

function Paragraphs(props: { paragraphs: readonly Paragraph[]; onChange: (list: Paragraph[]) => void; year: number }) {
  const { paragraphs, onChange } = props;
  const patterns = useQuery(patternsQuery);
  const moved = (from: number, to: number): Paragraph[] => {
    const list = [...paragraphs];
    const [one] = list.splice(from, 1);
    if (one) list.splice(to, 0, one);
    return list;
  };
  return (
    <>
      {keyed(paragraphs, (p) => p.text).map(({ key, item: p }, i) => (
        <ParagraphCard
          key={key}
          paragraph={p}
          year={props.year}
          place={i + 1}
          last={i === paragraphs.length - 1}
          onChange={(next) => onChange(paragraphs.map((q, j) => (j === i ? next : q)))}
          onMove={(by) => onChange(moved(i, i + by))}
          onRemove={() => onChange(paragraphs.filter((_, j) => j !== i))}
        />
      ))}
      <Card size="small">
        <span className="labelled">
          添加段落
          <Select
            aria-label="添加段落"
            value={null}
            placeholder="选择句式"
            showSearch
            optionFilterProp="label"
            loading={patterns.isPending}
            popupMatchSelectWidth={false}
            options={[
              { value: 'heading', label: '标题' },
              ...(patterns.data ?? []).map((p) => ({ value: p.id, label: `${p.id}　${p.title}` })),
            ]}
            onChange={(id: string | null) => {
              const found = patterns.data?.find((p) => p.id === id)?.paragraph;
              const added = found ?? { pattern: null, heading: true, text: '标题', slots: [] };
              onChange([...paragraphs, added]);
            }}
            style={{ minWidth: 260 }}
          />
        </span>
      </Card>
    </>
  );
}

function Saving(props: { template: Template; onSaved: (template: Template) => void }) {
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: (body: Template) => answerOf(api.PUT('/api/v1/reports/templates', { body })),
    onSuccess: async ({ template, version }) => {
      await queries.invalidateQueries({ queryKey: ['reports', 'templates'] });
      props.onSaved(template);
      void message.success(`已保存“${template.name}”第${version}版`);
    },
  });
  if (!may(me, 'report:write')) return null;
  const problem = save.isError ? problemIn(save.error) : null;
  return (
    <Card size="small" title="保存为本单位的模板">
      <div className="form-steps">
        <Input
          aria-label="模板名称"
          placeholder={props.template.name}
          maxLength={60}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ ...props.template, name: name.trim() || props.template.name })}
        >
          保存
        </Button>
      </div>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
    </Card>
  );
}

const sourceTitles = { live: '现时统计，尚未冻结', frozen: '已冻结', declared: '申报指标' } as const;

function Text(props: { composition: Composition; body: Schemas['ComposeDto']; stale: boolean }) {
  const { composition, body } = props;
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const live = composition.blocks.some((b) => b.runs.some((r) => r.figures.some((f) => f.source === 'live')));
  const freeze = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/reports/compose/frozen', { body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reports', 'composition'] });
      void message.success('已冻结正文所印的数据');
    },
    onError: (error) => void message.error(problemIn(error).refusals[0]?.message ?? problemIn(error).message),
  });
  const paper = useMutation({
    mutationFn: (review: boolean) => download('/api/v1/reports/compose/paper', { ...body, review }),
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <>
      <Card
        size="small"
        title={`${composition.year}年，数据截至${composition.cutoff}`}
        extra={
          <span className="no-print">
            {live && may(me, 'figures:freeze') && (
              <Button
                loading={freeze.isPending}
                onClick={() =>
                  modal.confirm({
                    title: '冻结正文所印的数据',
                    content: '数字连同案件清单保存下来，以后不再随记录变动；冻结不能撤销，只能以后再冻结新的一版。',
                    okText: '冻结',
                    onOk: () => freeze.mutateAsync().catch(() => undefined),
                  })
                }
              >
                冻结数据
              </Button>
            )}{' '}
            <Button onClick={() => paper.mutate(false)} loading={paper.isPending}>
              导出公开稿
            </Button>{' '}
            <Button onClick={() => paper.mutate(true)} loading={paper.isPending}>
              导出送审稿
            </Button>
          </span>
        }
      >
        <article className="report-text" aria-busy={props.stale}>
          <h2>{composition.title}</h2>
          {keyed(composition.blocks, (b) => `${b.kind} ${b.runs.map((r) => r.text).join('')}`).map(
            ({ key, item: b }) => {
              if (b.kind === 'heading') return <h3 key={key}>{b.runs.map((r) => r.text).join('')}</h3>;
              if (b.kind === 'table') return <ReportTable key={key} heads={b.heads} runs={b.runs} />;
              return (
                <p key={key}>
                  {keyed(b.runs, (r) => r.text).map(({ key: place, item: r }) => (
                    <Words key={place} run={r} />
                  ))}
                </p>
              );
            },
          )}
        </article>
      </Card>
      {composition.gaps.length > 0 && (
        <Card size="small" title={`缺数据的地方（${composition.gaps.length}处）`} className="no-print">
          <ul className="refusals">
            {gapsTogether(composition).map(([message, slots]) => (
              <li key={message}>
                {message}：{slots.join('、')}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What is missing, by the reason: 第2段“新收”. */
function gapsTogether({ gaps }: Composition): readonly (readonly [string, readonly string[]])[] {
  const together = new Map<string, string[]>();
  for (const { paragraph, slot, message } of gaps)
    together.set(message, [...(together.get(message) ?? []), `第${paragraph + 1}段“${slot}”`]);
  return [...together];
}

/** A number tells what it is when it is pointed at. */
function Words(props: { run: Run }) {
  const { text, figures } = props.run;
  if (figures.length === 0) return text;
  const said = figures.map((f) => `${f.title}：${f.reading}，截至${f.cutoff}（${sourceTitles[f.source]}）`).join('\n');
  return (
    <span className="from-figure" title={said}>
      {text}
    </span>
  );
}

function ReportTable(props: { heads: readonly string[]; runs: readonly Run[] }) {
  return (
    <table className="plain form-sheet">
      <thead>
        <tr>
          {props.heads.map((h) => (
            <th key={h}>{h}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {props.runs.map((r, i) => (
            <td key={props.heads[i]} className="number">
              <Words run={r} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

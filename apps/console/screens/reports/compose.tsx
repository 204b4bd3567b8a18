import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { figuresQuery, useEndedYear, useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { keyed } from '../../parts/keyed';
import { Loaded, Loading, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { ComposedText } from './composed-text';
import { ParagraphCard } from './paragraph-card';
import { PatternChooser } from './pattern-chooser';
import {
  compositionQuery,
  declarationsQuery,
  type NamedTemplate,
  type Paragraph,
  type Slot,
  type Template,
  templatesQuery,
} from './queries';
import { SlotEditor } from './slot-editor';

/** 年报编写: paragraphs chosen and ordered on the left, the text with the year's numbers on the right. */
export function Compose() {
  const me = useMe();
  const today = useToday();
  const ended = useEndedYear(today);
  const templates = useQuery(templatesQuery);
  if (today === undefined || ended === undefined) return <Loading />;
  return (
    <Page title="年报编写">
      <Loaded of={templates}>
        {(list) => {
          const own =
            list.find(({ template }) => template.name === me.jurisdiction.slug) ??
            list.find((t) => t.template.name === 'general') ??
            list[0];
          return (
            own && <Workbench templates={list} first={own.template} year={ended ?? Number(today.slice(0, 4)) - 1} />
          );
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
        <Paragraphs
          paragraphs={template.paragraphs}
          onChange={change}
          year={year}
          cutoff={body.cutoff ?? (template.cutoff === undefined ? null : `${year}-${template.cutoff}`)}
        />
        <Saving template={template} onSaved={setTemplate} />
      </section>
      <section aria-label="正文" className="stack">
        {composition.isError && <Mistakes error={composition.error} />}
        {!composition.isError && (
          <Loaded of={composition}>
            {(c) => <ComposedText composition={c} body={body} stale={composition.isPlaceholderData} />}
          </Loaded>
        )}
      </section>
    </div>
  );
}

/** Why the template cannot be printed, by the place in it. */
function Mistakes(props: { error: unknown }) {
  const { message, mistakes } = problemIn(props.error);
  const place = (field: string): string =>
    field.replace(/^paragraphs\[(\d+)\]\.?(?:slots\.(.+)|text)?$/, (_, at: string, slot: string | undefined) =>
      slot === undefined ? `第${Number(at) + 1}段` : `第${Number(at) + 1}段“${slot}”`,
    );
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      message={mistakes.length > 0 ? '模板有误，改正后即可看到正文' : message}
      description={
        mistakes.length > 0 && (
          <ul className="refusals">
            {mistakes.map((m) => (
              <li key={`${m.field} ${m.rule}`}>
                {place(m.field)}：{m.rule}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** What is open beside the paragraphs: the settings of one slot, or the patterns for a place. */
type Open =
  | { readonly what: 'slot'; readonly place: number; readonly name: string }
  | { readonly what: 'patterns'; readonly place: number };

function Paragraphs(props: {
  paragraphs: readonly Paragraph[];
  onChange: (list: Paragraph[]) => void;
  year: number;
  cutoff: string | null;
}) {
  const { paragraphs, onChange, year } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const figures = useQuery(figuresQuery({ year, all_variants: true }));
  const declared = useQuery(declarationsQuery);
  const titles = new Map([
    ...(figures.data ?? []).map((f): [string, string] => [f.metric, f.title]),
    ...(declared.data ?? []).map((d): [string, string] => [d.code, `${d.title}（申报）`]),
  ]);
  const put = (place: number, next: Paragraph) =>
    onChange([...paragraphs.slice(0, place), next, ...paragraphs.slice(place + 1)]);
  const moved = (from: number, to: number): Paragraph[] => {
    const list = [...paragraphs];
    const [one] = list.splice(from, 1);
    if (one) list.splice(to, 0, one);
    return list;
  };
  const close = () => setOpen(null);
  const edited = open?.what === 'slot' ? paragraphs[open.place] : undefined;
  const slot = open?.what === 'slot' ? edited?.slots.find((s) => s.name === open.name) : undefined;
  return (
    <>
      {keyed(paragraphs, (p) => p.pattern ?? (p.heading === true ? '标题' : '自拟')).map(({ key, item: p }, i) => (
        <ParagraphCard
          key={key}
          paragraph={p}
          titles={titles}
          place={i + 1}
          last={i === paragraphs.length - 1}
          onChange={(next) => put(i, next)}
          onMove={(by) => onChange(moved(i, i + by))}
          onRemove={() => onChange(paragraphs.filter((_, j) => j !== i))}
          onEdit={(name) => setOpen({ what: 'slot', place: i, name })}
          onPattern={() => setOpen({ what: 'patterns', place: i })}
        />
      ))}
      <Card size="small">
        <div className="form-steps">
          <Button onClick={() => setOpen({ what: 'patterns', place: paragraphs.length })}>添加段落（选句式）</Button>
          <Button onClick={() => onChange([...paragraphs, { pattern: null, text: '自拟段落。', slots: [] }])}>
            添加自拟段落
          </Button>
          <Button onClick={() => onChange([...paragraphs, { pattern: null, heading: true, text: '标题', slots: [] }])}>
            添加标题
          </Button>
        </div>
      </Card>
      {open?.what === 'patterns' && (
        <PatternChooser
          year={year}
          title={open.place < paragraphs.length ? `第${open.place + 1}段换成哪一句式` : '选择句式'}
          onTake={(paragraph) => {
            put(open.place, paragraph);
            close();
          }}
          onClose={close}
        />
      )}
      {open?.what === 'slot' && edited !== undefined && slot !== undefined && (
        <SlotEditor
          paragraph={edited}
          slot={slot}
          year={year}
          cutoff={props.cutoff}
          onChange={(change) => put(open.place, bound(edited, open.name, change))}
          onRename={(name) => {
            put(open.place, renamed(edited, open.name, name));
            setOpen({ ...open, name });
          }}
          onClose={close}
        />
      )}
    </>
  );
}

const bound = (paragraph: Paragraph, name: string, change: Partial<Slot>): Paragraph => ({
  ...paragraph,
  slots: paragraph.slots.map((s) => (s.name === name ? { ...s, ...change } : s)),
});

/** The name changes wherever it is said: in the text, and where another slot is held against it. */
const renamed = (paragraph: Paragraph, from: string, to: string): Paragraph => ({
  ...paragraph,
  text: paragraph.text.replaceAll(`{${from}}`, `{${to}}`),
  slots: paragraph.slots.map((s) => ({
    ...s,
    name: s.name === from ? to : s.name,
    ...(s.all?.slot === from ? { all: { ...s.all, slot: to } } : {}),
  })),
});

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

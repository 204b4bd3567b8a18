import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Segmented, Select } from 'antd';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { figuresQuery } from '../../api/queries';
import {
  compositionQuery,
  declarationsQuery,
  listingTitles,
  type Paragraph,
  printedText,
  type Slot,
  showTitles,
} from './queries';
import { CutoffInput, Line, NameInput, Whole, Words } from './slot-inputs';

const scales = ['万', '亿'] as const;
const approximations = ['余', '多', '近', '约', '以上'] as const;

/** One slot of a paragraph with all it can say: which figure, how it is read, how it is written. What is set prints at once. */
export function SlotEditor(props: {
  paragraph: Paragraph;
  slot: Slot;
  year: number;
  cutoff: string | null;
  onChange: (change: Partial<Slot>) => void;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  const { paragraph, slot, year, onChange } = props;
  const figures = useQuery(figuresQuery({ year, all_variants: true }));
  const usual = useQuery(figuresQuery({ year })).data?.find((f) => f.metric === slot.metric);
  const declared = useQuery(declarationsQuery);
  const readings = (figures.data ?? []).filter((f) => f.metric === slot.metric);
  const chosen = slot.variant === undefined ? usual : readings.find((f) => f.variant === slot.variant);
  const titles = new Map([
    ...(figures.data ?? []).map((f): [string, string] => [f.metric, f.title]),
    ...(declared.data ?? []).map((d): [string, string] => [d.code, `${d.title}（申报）`]),
  ]);
  const isList = slot.list !== undefined;
  const rate = chosen?.unit === '%';
  return (
    <Drawer open width={560} title={`数据项“${slot.name}”`} onClose={props.onClose}>
      <Preview paragraph={paragraph} slot={slot} year={year} cutoff={props.cutoff} />
      <div className="slot-fields">
        <Line label="名称">
          <NameInput paragraph={paragraph} name={slot.name} onRename={props.onRename} />
        </Line>
        <Line label="指标">
          <Select
            aria-label="指标"
            value={slot.metric}
            showSearch
            optionFilterProp="label"
            popupMatchSelectWidth={false}
            options={[...titles].map(([value, label]) => ({ value, label }))}
            onChange={(metric) => onChange({ metric, variant: undefined, by: isList ? 'year' : undefined })}
          />
        </Line>
        {readings.length > 0 && (
          <Line label="口径" note={chosen?.reading}>
            <Select
              aria-label="口径"
              value={slot.variant ?? ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: '本辖区采用的口径' },
                ...readings.map((f) => ({ value: f.variant, label: `${f.reading}（${f.variant}）` })),
              ]}
              onChange={(variant) => onChange({ variant: variant === '' ? undefined : variant })}
            />
          </Line>
        )}
        <Line label="形式">
          <Segmented
            aria-label="形式"
            value={isList ? 'list' : 'figure'}
            options={[
              { value: 'figure', label: '一个数' },
              { value: 'list', label: '分项列举' },
            ]}
            onChange={(form) => onChange(form === 'list' ? asList : asFigure)}
          />
        </Line>
        {isList ? <ListFields {...props} /> : <FigureFields {...props} rate={rate} unit={chosen?.unit} />}
        <Line label="截止日" note="只在这一数字另有截止日时填，格式 MM-DD，如 11-20">
          <CutoffInput value={slot.cutoff} onChange={(cutoff) => onChange({ cutoff })} />
        </Line>
      </div>
    </Drawer>
  );
}

/** What belongs to the one form means nothing in the other. */
const asList: Partial<Slot> = {
  list: 'counts',
  by: 'year',
  show: undefined,
  yearsBack: undefined,
  about: undefined,
  to: undefined,
  scale: undefined,
  places: undefined,
  unit: undefined,
  print: undefined,
  zero: undefined,
  all: undefined,
};
const asFigure: Partial<Slot> = {
  list: undefined,
  by: undefined,
  most: undefined,
  years: undefined,
  places: undefined,
};

interface Editing {
  readonly paragraph: Paragraph;
  readonly slot: Slot;
  readonly year: number;
  readonly onChange: (change: Partial<Slot>) => void;
}

function FigureFields(props: Editing & { rate: boolean; unit: string | undefined }) {
  const { paragraph, slot, rate, onChange } = props;
  const show = slot.show ?? 'number';
  const far = show === 'turn' || show === 'lowest' || show === 'highest';
  const others = paragraph.slots.filter((s) => s.name !== slot.name && s.list === undefined);
  return (
    <>
      <Line label="写法">
        <Select
          aria-label="写法"
          value={show}
          options={Object.entries(showTitles)
            .filter(([how]) => how !== (rate ? 'growth' : 'points'))
            .map(([value, label]) => ({ value, label }))}
          onChange={(how: NonNullable<Slot['show']>) => onChange({ show: how, years: undefined })}
        />
      </Line>
      {far && (
        <Line label="看几年" note={show === 'turn' ? '与几年以前相比' : '在近几年中'}>
          <Whole label="看几年" min={1} max={10} value={slot.years} onChange={(years) => onChange({ years })} />
        </Line>
      )}
      <Line label="往前几年" note="0或者不填为报告年度">
        <Whole
          label="往前几年"
          min={0}
          max={9}
          value={slot.yearsBack}
          onChange={(yearsBack) => onChange({ yearsBack })}
        />
      </Line>
      <Line label="约数">
        <Select
          aria-label="约数"
          value={slot.about ?? ''}
          options={[{ value: '', label: '不用' }, ...approximations.map((value) => ({ value, label: value }))]}
          onChange={(word) =>
            onChange({ about: approximations.find((a) => a === word), ...(word === '' ? { to: undefined } : {}) })
          }
        />
      </Line>
      {slot.about !== undefined && slot.scale === undefined && (
        <Line label="取整到" note="如 1000：9012 写作 9000余">
          <Whole label="取整到" min={1} max={100_000_000} value={slot.to} onChange={(to) => onChange({ to })} />
        </Line>
      )}
      <Line label="数位">
        <Select
          aria-label="数位"
          value={slot.scale ?? ''}
          options={[{ value: '', label: '不用' }, ...scales.map((value) => ({ value, label: `以${value}计` }))]}
          onChange={(scale) => onChange({ scale: scales.find((s) => s === scale) })}
        />
      </Line>
      <Line label="小数" note="最多几位；不填按本辖区的统计设置">
        <Whole label="小数" min={0} max={4} value={slot.places} onChange={(places) => onChange({ places })} />
      </Line>
      <Line label="单位" note="代替指标自己的单位">
        <Words label="单位" max={10} hint={props.unit} value={slot.unit} onChange={(unit) => onChange({ unit })} />
      </Line>
      <Line label="前后的话" note="数字写作 {}，如 败诉{}">
        <Words label="前后的话" max={60} value={slot.print} onChange={(print) => onChange({ print })} />
      </Line>
      <Line label="为零时写" note="如 没有败诉">
        <Words label="为零时写" max={60} value={slot.zero} onChange={(zero) => onChange({ zero })} />
      </Line>
      {others.length > 0 && (
        <Line label="相等时写" note="与另一数据项相等时写的话，如 均已收到反馈">
          <span className="slot-pair">
            <Select
              aria-label="与哪一数据项相等"
              value={slot.all?.slot ?? ''}
              options={[{ value: '', label: '不用' }, ...others.map((s) => ({ value: s.name, label: s.name }))]}
              onChange={(name) =>
                onChange({ all: name === '' ? undefined : { slot: name, words: slot.all?.words ?? '全部' } })
              }
            />
            {slot.all !== undefined && (
              <Words
                label="相等时写"
                max={60}
                value={slot.all.words}
                onChange={(words) =>
                  onChange({ all: slot.all && words !== undefined ? { slot: slot.all.slot, words } : undefined })
                }
              />
            )}
          </span>
        </Line>
      )}
    </>
  );
}

function ListFields(props: Editing) {
  const { slot, year, onChange } = props;
  // Any breakdown of the figure names all its dimensions; every figure that has parts has those by organisation.
  const query = { year, variant: slot.variant, by: 'organisation', most: 1 };
  const parts = useQuery({
    queryKey: ['breakdown', slot.metric, query],
    queryFn: () =>
      answerOf(api.GET('/api/v1/figures/{metric}/breakdown', { params: { path: { metric: slot.metric }, query } })),
    retry: false,
  });
  return (
    <>
      <Line label="按什么分" note={parts.isError ? '这项指标没有分项，可以逐年列举' : undefined}>
        <Select
          aria-label="按什么分"
          value={slot.by ?? 'year'}
          showSearch
          optionFilterProp="label"
          loading={parts.isPending}
          options={[
            { value: 'year', label: '逐年' },
            ...(parts.data?.dimensions ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(by) => onChange({ by, ...(by === 'year' ? { most: undefined } : { years: undefined }) })}
        />
      </Line>
      <Line label="列法">
        <Select
          aria-label="列法"
          value={slot.list}
          options={Object.entries(listingTitles).map(([value, label]) => ({ value, label }))}
          onChange={(list: NonNullable<Slot['list']>) => onChange({ list })}
        />
      </Line>
      {slot.by === 'year' || slot.by === undefined ? (
        <Line label="看几年">
          <Whole label="看几年" min={1} max={10} value={slot.years} onChange={(years) => onChange({ years })} />
        </Line>
      ) : (
        <Line label="最多几项" note="其余并为“其他”">
          <Whole label="最多几项" min={1} max={50} value={slot.most} onChange={(most) => onChange({ most })} />
        </Line>
      )}
      {slot.list === 'shares' && (
        <Line label="占比小数" note="最多几位，不填为1位">
          <Whole label="占比小数" min={0} max={4} value={slot.places} onChange={(places) => onChange({ places })} />
        </Line>
      )}
    </>
  );
}

/** The slot alone as it is printed, or what is wrong with it. */
function Preview(props: { paragraph: Paragraph; slot: Slot; year: number; cutoff: string | null }) {
  const { paragraph, slot, year, cutoff } = props;
  const beside = paragraph.slots.filter((s) => s.name === slot.all?.slot);
  const alone = { pattern: null, heading: false, text: `{${slot.name}}`, slots: [slot, ...beside] };
  const template = { name: '预览', title: '预览', paragraphs: [alone] };
  const found = useQuery(compositionQuery({ year, template, ...(cutoff === null ? {} : { cutoff }) }));
  if (found.isError) {
    const { mistakes, message } = problemIn(found.error);
    const words = mistakes.length > 0 ? mistakes.map((m) => m.rule).join('；') : message;
    return <Alert type="error" role="alert" showIcon message={words} />;
  }
  const text = found.data?.blocks.map(printedText).join('') ?? '';
  const gaps = found.data?.gaps.map((g) => g.message) ?? [];
  return (
    <p className="slot-preview" aria-live="polite" aria-busy={found.isFetching}>
      印作：<strong>{text === '' ? '（不印）' : text}</strong>
      {gaps.length > 0 && <small className="under">{[...new Set(gaps)].join('；')}</small>}
    </p>
  );
}

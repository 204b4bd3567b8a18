import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import type { Figure, FiguresAsked } from '../../api/queries';
import { Loaded, Nothing } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { changed, type Opened } from './opened';

type Part = Schemas['BrokenPartDto'];

/** One figure told apart by a dimension; each part opens its cases, and what belongs to none is a row of its own. */
export function BrokenDown(props: {
  asked: FiguresAsked;
  figure: Figure;
  onOpen: (opened: Opened) => void;
  onClose: () => void;
}) {
  const { figure } = props;
  const { year, from, cutoff, compared } = props.asked;
  const [by, setBy] = useState('organisation');
  const query = { year, from, cutoff, compared, variant: figure.variant, by };
  const found = useQuery({
    queryKey: ['breakdown', figure.metric, query],
    queryFn: () =>
      answerOf(api.GET('/api/v1/figures/{metric}/breakdown', { params: { path: { metric: figure.metric }, query } })),
    placeholderData: (before) => before,
  });
  return (
    <Drawer open width={760} title={`${figure.title}　分解`} onClose={props.onClose}>
      <p className="figure-reading">{figure.reading}</p>
      <Loaded of={found}>
        {(data) => (
          <div className="stack">
            <span className="labelled">
              <label htmlFor="breakdown-by">按</label>
              <Select
                id="breakdown-by"
                value={by}
                options={data.dimensions.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={setBy}
                showSearch
                optionFilterProp="label"
                style={{ width: 240 }}
              />
              {data.dimensions.length > 0 && <FreezeParts asked={props.asked} figure={figure} by={data.by} />}
            </span>
            {data.dimensions.length === 0 ? (
              <Nothing>这个数不能分解</Nothing>
            ) : (
              <Parts data={data} figure={figure} onOpen={props.onOpen} />
            )}
            {data.unknown !== null && (
              <Alert type="info" showIcon message="未注明的部分没有登记这一项，可以打开案件补录。" />
            )}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

/** 冻结分项: keeps the parts with the case lists, as the whole is kept. */
function FreezeParts(props: { asked: FiguresAsked; figure: Figure; by: Schemas['DimensionDto'] }) {
  const { asked, figure, by } = props;
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const freeze = useMutation({
    mutationFn: () => {
      const { year, from, cutoff } = asked;
      const figures = [{ metric: figure.metric, variant: figure.variant, by: by.id }];
      return answerOf(api.POST('/api/v1/frozen-figures', { body: { year, from, cutoff, figures } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['frozen-figures'] });
      void message.success(`已冻结按${by.title}的分项`);
    },
    onError: (error) => void message.error(problemIn(error).refusals[0]?.message ?? problemIn(error).message),
  });
  if (!may(me, 'figures:freeze')) return null;
  return (
    <Button
      loading={freeze.isPending}
      onClick={() =>
        modal.confirm({
          title: `冻结“${figure.title}”按${by.title}的分项？`,
          content: '按全辖区统计，连同案件清单保存。冻结后不能修改、不能撤销，只能以新的冻结取代。',
          okText: '冻结',
          onOk: () => freeze.mutateAsync().catch(() => undefined),
        })
      }
    >
      冻结分项
    </Button>
  );
}

function Parts(props: { data: Schemas['BreakdownDto']; figure: Figure; onOpen: (opened: Opened) => void }) {
  const { data, figure } = props;
  const rate = data.whole.denominator !== null;
  const compared = data.whole.before !== null;
  const row = (label: string, part: Part, of: Opened['of']) => (
    <tr key={`${of?.key ?? label}`}>
      <th scope="row">{label}</th>
      <td className="number">
        {of === undefined ? (
          <strong>{part.printed}</strong>
        ) : (
          <button
            type="button"
            className="opens"
            aria-label={`${label}：${part.printed}，看案件`}
            onClick={() => props.onOpen({ figure, part: 'numerator', of })}
          >
            <strong>{part.printed}</strong>
          </button>
        )}
      </td>
      {rate && (
        <>
          <td className="number">{part.numerator}</td>
          <td className="number">{part.denominator}</td>
        </>
      )}
      {!rate && <td className="number">{part.share === null ? '—' : `${part.share}%`}</td>}
      {compared && (
        <>
          <td className="number">{part.before?.printed}</td>
          <td className="number">{changed(part.change)}</td>
        </>
      )}
    </tr>
  );
  const by = data.by.id;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{data.by.title}</th>
          <th className="number">数值（{data.unit}）</th>
          {rate && (
            <>
              <th className="number">分子</th>
              <th className="number">分母</th>
            </>
          )}
          {!rate && <th className="number">占比</th>}
          {compared && (
            <>
              <th className="number">上年同期</th>
              <th className="number">同比</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((r) => row(r.label, r, { by, key: r.key, label: r.label }))}
        {data.rest !== null && row('其余', data.rest, undefined)}
        {data.unknown !== null && row('未注明', data.unknown, { by, label: '未注明' })}
        {row('合计', data.whole, undefined)}
      </tbody>
    </table>
  );
}

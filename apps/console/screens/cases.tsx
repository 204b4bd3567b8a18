import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Table, type TableProps, Tag } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type CaseRow, casesQuery, type Procedure, proceduresQuery } from '../api/queries';
import { LightTag } from '../parts/light';
import { More } from '../parts/more';
import { Loaded, Nothing, Page } from '../parts/page';
import { addressOf, caseName } from '../parts/words';
import { mayOpen, useMe } from '../shell/session';
import { CasesFilterForm } from './cases-filter';
import { filterIn } from './cases-query';

/** 案件列表: the filters stand in the address, so a list can be kept, shared and come back to. */
export function Cases() {
  const [search, setSearch] = useSearchParams();
  const procedures = useQuery(proceduresQuery);
  const filter = useMemo(() => filterIn(search), [search]);
  const cases = useInfiniteQuery(casesQuery(filter));
  const procedure = procedures.data?.find((p) => p.kind === filter.kind);
  return (
    <Page title={procedure?.title ?? '案件'} extra={<Beside procedure={procedure} />}>
      <Card className="no-print filter-card">
        <CasesFilterForm filter={filter} procedures={procedures.data ?? []} onChange={(query) => setSearch(query)} />
      </Card>
      <Card styles={{ body: { padding: 0 } }}>
        <Loaded of={cases}>
          {(data) => {
            const rows = data.pages.flatMap((p) => p.items);
            if (rows.length === 0) return <NoCases filtered={Object.keys(filter).some((k) => k !== 'kind')} />;
            return (
              <>
                <Table<CaseRow>
                  rowKey="id"
                  size="middle"
                  columns={columnsFor(filter.kind === undefined, procedures.data ?? [])}
                  dataSource={rows}
                  pagination={false}
                  scroll={{ x: 940 }}
                />
                <More of={cases} shown={rows.length} />
              </>
            );
          }}
        </Loaded>
      </Card>
    </Page>
  );
}

function Beside(props: { procedure: Procedure | undefined }) {
  const me = useMe();
  const { procedure } = props;
  if (procedure === undefined) return null;
  return (
    <>
      <Link to={addressOf('/case-numbers', { kind: procedure.kind })}>案号说明</Link>{' '}
      {mayOpen(me, procedure) && (
        <Link to={`/new/${procedure.kind}`}>
          <Button type="primary">新收案件</Button>
        </Link>
      )}
    </>
  );
}

function NoCases(props: { filtered: boolean }) {
  return props.filtered ? (
    <Nothing next={<span className="quiet">可以放宽条件，或者点“重置”看全部案件。</span>}>没有符合条件的案件</Nothing>
  ) : (
    <Nothing next={<span className="quiet">收到案件后，从左边菜单的“新收案件”登记。</span>}>
      您的工作范围内还没有案件
    </Nothing>
  );
}

function columnsFor(
  ofAllKinds: boolean,
  procedures: readonly Procedure[],
): NonNullable<TableProps<CaseRow>['columns']> {
  const isClosed = (row: CaseRow) => procedures.find((p) => p.kind === row.kind)?.closed.includes(row.state) ?? false;
  return [
    {
      title: '期限',
      key: 'light',
      width: 250,
      render: (_, row) =>
        row.light === null ? (
          <span className="quiet">没有在计的期限</span>
        ) : (
          <>
            <LightTag light={row.light} />
            <small className="under">{row.light.sentence}</small>
          </>
        ),
    },
    {
      title: '案号',
      key: 'number',
      width: 220,
      render: (_, row) => (
        <>
          <Link to={`/cases/${row.id}`}>{caseName(row)}</Link>
          {row.legacy_number !== null && <small className="under">旧案号：{row.legacy_number}</small>}
        </>
      ),
    },
    ...(ofAllKinds ? [{ title: '类别', dataIndex: 'kind_title', width: 130 }] : []),
    { title: '当事人', dataIndex: 'party_names', ellipsis: true },
    {
      title: '状态',
      key: 'state',
      width: 120,
      render: (_, row) => <Tag color={isClosed(row) ? undefined : 'blue'}>{row.state_title}</Tag>,
    },
    {
      title: '承办',
      key: 'handler',
      width: 190,
      render: (_, row) => (
        <>
          {row.handler?.name ?? <span className="quiet">未分配</span>}
          <small className="under">{row.organisation.name}</small>
        </>
      ),
    },
    { title: '收案日期', dataIndex: 'opened_on', width: 112 },
  ];
}

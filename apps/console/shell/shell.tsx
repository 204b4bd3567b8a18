import {
  AccountBookOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  ControlOutlined,
  CopyOutlined,
  DiffOutlined,
  FileSearchOutlined,
  FileWordOutlined,
  FolderOpenOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  LockOutlined,
  LogoutOutlined,
  PlusSquareOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Layout, Menu, type MenuProps } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigationType } from 'react-router';
import { api, done } from '../api/client';
import { type Me, meQuery, noticesQuery, type Procedure, proceduresQuery } from '../api/queries';
import { Loading } from '../parts/page';
import { may, mayOpen, useMe } from './session';

export function Shell() {
  const me = useMe();
  const procedures = useQuery(proceduresQuery);
  const { pathname, search } = useLocation();
  useStartAtTop(pathname);
  return (
    <Layout className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Layout.Header className="top no-print">
        <Link to="/" className="brand">
          <img src="/favicon.svg" alt="" width={26} height={26} />
          <span>{me.jurisdiction.name}</span>
          <small>案卷</small>
        </Link>
        <Person me={me} />
      </Layout.Header>
      <Layout>
        <Layout.Sider className="side no-print" width={188} collapsible theme="light" breakpoint="lg">
          <nav aria-label="主菜单">
            <Menu
              mode="inline"
              items={menuOf(me, procedures.data ?? [])}
              selectedKeys={[placeOf(pathname, search)]}
              inlineIndent={16}
            />
          </nav>
        </Layout.Sider>
        <Layout.Content className="main" id="main" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** Another screen begins at its top; the way back is the browser's own. */
function useStartAtTop(pathname: string): void {
  const way = useNavigationType();
  const [shown, setShown] = useState(pathname);
  useEffect(() => {
    if (pathname === shown) return;
    setShown(pathname);
    if (way !== 'POP') window.scrollTo(0, 0);
  }, [pathname, shown, way]);
}

/** Who works here, in which post, with the bell and the way out. */
function Person(props: { me: Me }) {
  const { me } = props;
  const queries = useQueryClient();
  const notices = useInfiniteQuery({ ...noticesQuery(true), refetchInterval: 60_000 });
  const unread = notices.data?.pages[0]?.unread ?? 0;
  const leave = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/session')),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, null);
    },
  });
  const posts = me.posts.map((p) => `${p.organisation.name} ${p.title}`);
  return (
    <div className="person">
      <span className="post" title={posts.join('\n')}>
        {posts[0]}
        {posts.length > 1 && `等${posts.length}个岗位`}
      </span>
      <strong>{me.person.name}</strong>
      <Link to="/notices" className="bell" aria-label={unread > 0 ? `提醒，${unread}条未读` : '提醒，没有未读'}>
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined />
        </Badge>
      </Link>
      <Button
        type="text"
        icon={<LogoutOutlined />}
        loading={leave.isPending}
        onClick={() => leave.mutate()}
        title={leave.isError ? leave.error.message : undefined}
      >
        退出
      </Button>
    </div>
  );
}

const listPlace = (kind: string) => `/cases?kind=${kind}`;

function menuOf(me: Me, procedures: readonly Procedure[]): MenuProps['items'] {
  const readable = procedures.filter((p) => may(me, `${p.kind}:read`));
  const actable = procedures.filter((p) => mayOpen(me, p));
  const link = (to: string, label: string) => <Link to={to}>{label}</Link>;
  return [
    { key: '/', icon: <HomeOutlined />, label: link('/', '我的工作') },
    ...(may(me, 'respondent:read')
      ? [{ key: '/addressed', icon: <InboxOutlined />, label: link('/addressed', '收到的通知') }]
      : []),
    ...(may(me, 'mediation:act')
      ? [{ key: '/settle', icon: <FormOutlined />, label: link('/settle', '一页登记') }]
      : []),
    ...(actable.length > 0
      ? [
          {
            type: 'group' as const,
            key: 'new',
            label: '新收案件',
            children: actable.map((p) => ({
              key: `/new/${p.kind}`,
              icon: <PlusSquareOutlined />,
              label: link(`/new/${p.kind}`, shortTitle(p.title)),
            })),
          },
        ]
      : []),
    ...(readable.length > 0
      ? [
          {
            type: 'group' as const,
            key: 'lists',
            label: '案件',
            children: readable.map((p) => ({
              key: listPlace(p.kind),
              icon: <FolderOpenOutlined />,
              label: link(listPlace(p.kind), shortTitle(p.title)),
            })),
          },
        ]
      : []),
    ...(may(me, 'register:read')
      ? [
          {
            type: 'group' as const,
            key: 'registers',
            label: '登记簿',
            children: [
              { key: '/registers/logs', icon: <ReadOutlined />, label: link('/registers/reception', '接待和排查') },
              {
                key: '/registers/organisations',
                icon: <TeamOutlined />,
                label: link('/registers/committee', '组织和人员'),
              },
              ...(may(me, 'figures:read') && may(me, 'mediation:read')
                ? [{ key: '/workload', icon: <BarChartOutlined />, label: link('/workload', '调解工作量') }]
                : []),
            ],
          },
        ]
      : []),
    {
      type: 'group' as const,
      key: 'together',
      label: '协调',
      children: [
        { key: '/calendar', icon: <CalendarOutlined />, label: link('/calendar', '听证会议排期') },
        { key: '/transfers', icon: <SwapOutlined />, label: link('/transfers', '案件流转') },
        { key: '/proposals', icon: <CopyOutlined />, label: link('/proposals', '疑似重复、系列') },
      ],
    },
    {
      type: 'group' as const,
      key: 'watch',
      label: '期限与数据',
      children: [
        ...(readable.length > 0
          ? [{ key: '/deadlines', icon: <ClockCircleOutlined />, label: link('/deadlines', '期限台') }]
          : []),
        ...(may(me, 'mediation:dispatch')
          ? [
              { key: '/dispatch', icon: <SolutionOutlined />, label: link('/dispatch', '分派台') },
              { key: '/hand-over', icon: <SwapOutlined />, label: link('/hand-over', '离岗移交') },
            ]
          : []),
        ...(may(me, 'figures:read')
          ? [
              { key: '/figures', icon: <BarChartOutlined />, label: link('/figures', '年度数据') },
              { key: '/frozen-figures', icon: <LockOutlined />, label: link('/frozen-figures', '冻结数据') },
              { key: '/audit', icon: <FileSearchOutlined />, label: link('/audit', '报告校核') },
            ]
          : []),
        ...(may(me, 'subsidy:read')
          ? [{ key: '/subsidies', icon: <AccountBookOutlined />, label: link('/subsidies', '以案定补') }]
          : []),
        ...(readable.length > 0
          ? [{ key: '/working-calendar', icon: <ScheduleOutlined />, label: link('/working-calendar', '放假日历') }]
          : []),
        ...(readable.length > 0
          ? [{ key: '/conventions', icon: <ControlOutlined />, label: link('/conventions', '计算约定') }]
          : []),
        { key: '/notices', icon: <BellOutlined />, label: link('/notices', '提醒') },
        ...(may(me, 'reminder:manage')
          ? [{ key: '/reminders/rules', icon: <SettingOutlined />, label: link('/reminders/rules', '提醒规则') }]
          : []),
      ],
    },
    ...(may(me, 'report:read')
      ? [
          {
            type: 'group' as const,
            key: 'reports',
            label: '报表与年报',
            children: [
              { key: '/forms', icon: <TableOutlined />, label: link('/forms', '统计报表') },
              { key: '/reports', icon: <FileWordOutlined />, label: link('/reports', '年报编写') },
              { key: '/declarations', icon: <FormOutlined />, label: link('/declarations', '申报指标') },
              { key: '/reconciliations', icon: <DiffOutlined />, label: link('/reconciliations', '上级平台对账') },
            ],
          },
        ]
      : []),
  ];
}

/** 人民调解案件 → 人民调解: the menu's group already says 案件. */
const shortTitle = (title: string): string => title.replace(/案件$/, '');

/** The menu item of an address. */
function placeOf(pathname: string, search: string): string {
  const book = /^\/registers\/(.+)$/.exec(pathname)?.[1];
  if (book !== undefined)
    return /^(reception|screening|found)/.test(book) ? '/registers/logs' : '/registers/organisations';
  if (pathname.startsWith('/subsidies/')) return '/subsidies';
  if (pathname.startsWith('/working-calendar/')) return '/working-calendar';
  if (pathname.startsWith('/notices/')) return '/notices';
  if (pathname.startsWith('/reminders/')) return '/reminders/rules';
  if (pathname.startsWith('/deadlines/')) return '/deadlines';
  if (pathname.startsWith('/forms/')) return '/forms';
  if (pathname !== '/cases' && pathname !== '/case-numbers') return pathname;
  return listPlace(new URLSearchParams(search).get('kind') ?? '');
}

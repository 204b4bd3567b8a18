import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { casesQuery, organisationsQuery, peopleQuery, targetsQuery } from '../api/queries';
import { caseName } from './words';

interface PickerProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  allowClear?: boolean;
  placeholder?: string;
}

interface Node {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
}

/** Parents before children, each with its depth; whoever's parent is out of reach stands at the top. */
export function inTreeOrder<T extends Node>(nodes: readonly T[]): readonly { node: T; depth: number }[] {
  const known = new Set(nodes.map((n) => n.id));
  const below = new Map<string | null, T[]>();
  for (const node of nodes) {
    const parent = node.parent_id !== null && known.has(node.parent_id) ? node.parent_id : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const walk = (parent: string | null, depth: number): { node: T; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((node) => [{ node, depth }, ...walk(node.id, depth + 1)]);
  return walk(null, 0);
}

/** Organisations within reach, indented as the tree stands; any part of a name finds it. */
export function OrganisationPicker(props: PickerProps) {
  const organisations = useQuery(organisationsQuery);
  const options = inTreeOrder(organisations.data ?? []).map(({ node, depth }) => ({
    value: node.id,
    label: node.name,
    depth,
  }));
  return (
    <Select
      id={props.id}
      value={props.value ?? undefined}
      onChange={props.onChange}
      allowClear={props.allowClear}
      placeholder={props.placeholder ?? '请选择机构'}
      loading={organisations.isPending}
      showSearch
      optionFilterProp="label"
      options={options}
      optionRender={(option) => <span style={{ paddingLeft: option.data.depth * 14 }}>{option.data.label}</span>}
      popupMatchSelectWidth={false}
      notFoundContent={organisations.isError ? '机构没有载入，请刷新' : '没有符合的机构'}
    />
  );
}

/** People within reach, with their posts. */
export function PersonPicker(props: PickerProps) {
  const people = useQuery(peopleQuery);
  const options = (people.data ?? []).map((p) => ({
    value: p.id,
    label: p.posts.length === 0 ? p.name : `${p.name}（${[...new Set(p.posts.map((post) => post.title))].join('、')}）`,
  }));
  return (
    <Select
      id={props.id}
      value={props.value ?? undefined}
      onChange={props.onChange}
      allowClear={props.allowClear}
      placeholder={props.placeholder ?? '请选择人员'}
      loading={people.isPending}
      showSearch
      optionFilterProp="label"
      options={options}
      popupMatchSelectWidth={false}
      notFoundContent={people.isError ? '人员没有载入，请刷新' : '没有符合的人员'}
    />
  );
}

/** Several people within reach. */
export function PeoplePicker(props: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const people = useQuery(peopleQuery);
  return (
    <Select
      id={props.id}
      mode="multiple"
      value={props.value}
      onChange={props.onChange}
      placeholder="请选择人员"
      loading={people.isPending}
      optionFilterProp="label"
      options={(people.data ?? []).map((p) => ({ value: p.id, label: p.name }))}
      notFoundContent={people.isError ? '人员没有载入，请刷新' : '没有符合的人员'}
    />
  );
}

/** Every organisation of the jurisdiction: a case may be sent beyond one's own reach. */
export function TargetPicker(props: PickerProps) {
  const targets = useQuery(targetsQuery);
  return (
    <Select
      id={props.id}
      value={props.value ?? undefined}
      onChange={props.onChange}
      placeholder="请选择机构"
      loading={targets.isPending}
      showSearch
      optionFilterProp="label"
      options={(targets.data ?? []).map((o) => ({ value: o.id, label: o.name }))}
      popupMatchSelectWidth={false}
      notFoundContent={targets.isError ? '机构没有载入，请刷新' : '没有符合的机构'}
    />
  );
}

/** Several cases within reach, found one after the other. */
export function CasesPicker(props: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const [q, setQ] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useInfiniteQuery(casesQuery(q === '' ? {} : { q }));
  const rows = found.data?.pages.flatMap((p) => p.items) ?? [];
  const options = rows.map((c) => ({ value: c.id, label: `${caseName(c)}　${c.party_names}` }));
  const chosen = (props.value ?? []).filter((id) => !options.some((o) => o.value === id));
  return (
    <Select
      id={props.id}
      mode="multiple"
      value={props.value}
      onChange={(ids, labelled) => {
        const labels = [labelled].flat().flatMap((o) => (o === undefined ? [] : [[o.value, o.label] as const]));
        setKnown(new Map([...known, ...labels]));
        props.onChange?.(ids);
      }}
      placeholder="输入姓名或者案号查找，可以选多件"
      filterOption={false}
      onSearch={(text) => setQ(text.trim())}
      loading={found.isFetching}
      options={[...options, ...chosen.map((id) => ({ value: id, label: known.get(id) ?? '已选案件' }))]}
      popupMatchSelectWidth={false}
      notFoundContent={found.isError ? '没有载入，请再试' : '没有符合的案件'}
    />
  );
}

/** A case within reach, found by a party's name or a part of its number; without a word the newest are offered. */
export function CasePicker(props: PickerProps & { kind?: string }) {
  const [q, setQ] = useState('');
  const found = useInfiniteQuery(
    casesQuery({ ...(q === '' ? {} : { q }), ...(props.kind === undefined ? {} : { kind: props.kind }) }),
  );
  const rows = found.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Select
      id={props.id}
      value={props.value ?? undefined}
      onChange={props.onChange}
      placeholder="输入姓名或者案号查找"
      showSearch
      filterOption={false}
      onSearch={(text) => setQ(text.trim())}
      loading={found.isFetching}
      options={rows.map((c) => ({ value: c.id, label: `${caseName(c)}　${c.party_names}` }))}
      popupMatchSelectWidth={false}
      notFoundContent={found.isError ? '没有载入，请再试' : '没有符合的案件'}
    />
  );
}

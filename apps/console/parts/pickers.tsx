import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { organisationsQuery, peopleQuery } from '../api/queries';

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

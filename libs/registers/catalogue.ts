import type { Register } from './register';
import { institutions } from './sheets/institutions';
import { foundDisputes, plans, receptions, screenings } from './sheets/logs';
import {
  attendances,
  committees,
  experts,
  honours,
  liaisons,
  mediatorGrades,
  mediators,
  terms,
  trainings,
} from './sheets/people';
import { points } from './sheets/points';
import { respondents } from './sheets/respondents';

/** Every register, in the order people see them. */
export const registers: readonly Register[] = [
  receptions,
  plans,
  screenings,
  foundDisputes,
  committees,
  mediators,
  terms,
  mediatorGrades,
  liaisons,
  trainings,
  attendances,
  honours,
  experts,
  points,
  institutions,
  respondents,
];

export const registerNamed = (name: string): Register | undefined => registers.find((r) => r.name === name);

export * from './exercises/plan/calendar'

import { JOB_STATES, type JobState, secondsLeft, spanInWords } from "#app/jobs/job-words.ts";
import { numberInWords } from "./number-words.ts";

interface JobProgressProps {
  state: JobState;
  done: number;
  total: number | null;
  startedAt: Date | null;
  /** The server's clock, so that both renderings say the same. */
  now: Date;
  /** Names the bar. */
  title: string;
}

/** How far a job is: a bar as long as it goes on, and words that say the same. */
export function JobProgress({ title, now, ...job }: JobProgressProps) {
  const { state, done, total } = job;
  const { word, isOpen } = JOB_STATES[state];
  const left = isOpen ? secondsLeft(job, now) : undefined;
  return (
    <div className="job-progress">
      {isOpen && <progress aria-label={`Progress of ${title}`} {...(total === null ? {} : { value: Math.min(done, total), max: Math.max(total, 1) })} />}
      <span className={state === "failed" ? "desk-mark-attention number" : "number"}>
        {word}
        {(done > 0 || total !== null) && `, ${numberInWords(done)}${total === null ? "" : ` of ${numberInWords(total)}`}`}
        {left !== undefined && `, ${spanInWords(left)} left`}
      </span>
    </div>
  );
}

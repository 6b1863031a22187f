-- By hand, as drizzle-kit knows neither functions nor how to count what is there already.
-- No text of the database can hold the character 0 or half a surrogate pair, so it refuses to take apart JSON that has one of them anywhere.
CREATE FUNCTION readable_event(event json) RETURNS json LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos(event::text, '\u0000') > 0 OR strpos(event::text, '\ud') > 0
    THEN regexp_replace(event::text, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1�', 'g')::json
    ELSE event END
$$;
--> statement-breakpoint
ALTER TABLE "journal"
  ADD COLUMN "sleeve_id" text GENERATED ALWAYS AS (readable_event(event) ->> 'sleeveId') STORED,
  ADD COLUMN "symbol" text GENERATED ALWAYS AS (readable_event(event) ->> 'symbol') STORED,
  ADD COLUMN "at" double precision GENERATED ALWAYS AS ((readable_event(event) ->> 'at')::float8) STORED;
--> statement-breakpoint
CREATE INDEX "journal_by_sleeve" ON "journal" USING btree ("session_id","type","sleeve_id","seq");
--> statement-breakpoint
CREATE INDEX "journal_by_symbol" ON "journal" USING btree ("session_id","type","symbol","seq");
--> statement-breakpoint
CREATE INDEX "journal_by_market_time" ON "journal" USING btree ("session_id","type","at","seq");
--> statement-breakpoint
CREATE TABLE "journal_tallies" (
	"session_id" text NOT NULL,
	"sleeve_id" text NOT NULL,
	"type" text NOT NULL,
	"code" text,
	"is_abstention" boolean NOT NULL,
	"count" integer NOT NULL,
	"last_at" double precision NOT NULL,
	"example" text,
	CONSTRAINT "journal_tallies_once" UNIQUE NULLS NOT DISTINCT("session_id","sleeve_id","type","code","is_abstention")
);
--> statement-breakpoint
ALTER TABLE "journal_tallies" ADD CONSTRAINT "journal_tallies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Each event is parsed once. The latest words are the greatest behind their number: no list of all of them is built.
INSERT INTO journal_tallies (session_id, sleeve_id, type, code, is_abstention, count, last_at, example)
SELECT session_id, sleeve_id, type, code, is_abstention, count(*), max(at),
  substr(max(lpad(seq::text, 16, '0') || words COLLATE "C"), 17)
FROM (
  SELECT entry.session_id, entry.sleeve_id, entry.seq, entry.type, entry.at,
    entry.type = 'decision' AND told.signal ->> 'want' = 'abstain' AS is_abstention,
    CASE entry.type
      WHEN 'decision' THEN coalesce(told.signal ->> 'code', told.signal ->> 'want')
      WHEN 'no-order' THEN told.code
      WHEN 'order-refused' THEN denial ->> 'code'
    END AS code,
    CASE entry.type
      WHEN 'decision' THEN told.signal -> 'reasons' ->> 0
      WHEN 'order-refused' THEN denial ->> 'message'
      ELSE told.reason
    END AS words
  FROM journal AS entry
  CROSS JOIN LATERAL json_to_record(readable_event(entry.event)) AS told(signal json, code text, reason text, refusal json)
  CROSS JOIN LATERAL json_array_elements(coalesce(told.refusal -> 'denials', '[null]'::json)) AS denial
  WHERE entry.type IN ('decision', 'no-order', 'order-approved', 'order-refused', 'order-filled', 'order-cancelled', 'order-expired', 'order-rejected')
) AS each
GROUP BY session_id, sleeve_id, type, code, is_abstention;
--> statement-breakpoint
-- The members of a consensus, their weights and their parameters were three lists; they are one now.
UPDATE strategy_configuration_versions AS kept
SET params = (
  (kept.params::jsonb - 'weights' - 'memberParams') || jsonb_build_object('members', (
    SELECT jsonb_agg(jsonb_build_object(
      'strategy', member.id,
      'weight', coalesce(kept.params::jsonb -> 'weights' -> (member.place::int - 1), '1'::jsonb),
      'params', coalesce(kept.params::jsonb -> 'memberParams' -> member.id, '{}'::jsonb)
    ) ORDER BY member.place)
    FROM jsonb_array_elements_text(kept.params::jsonb -> 'members') WITH ORDINALITY AS member(id, place)
  ))
)::json
WHERE kept.strategy = 'consensus' AND kept.params -> 'memberParams' IS NOT NULL;

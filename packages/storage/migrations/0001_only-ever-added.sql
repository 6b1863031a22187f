-- By hand: drizzle-kit does not know triggers. What was written down once stays as it was, for everybody who asks the database.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER trials_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON trials
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

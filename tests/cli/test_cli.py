"""All tests of the command line but those of speed: test_cli.py PROGRAM SOURCE_DIR [part of a test's name ...]"""
import cases_commands
import cases_dates
import cases_dict
import cases_files
import cases_loading
import cases_merge
import cases_offsets
import cases_query
import cases_records
import cases_streams
import tool

if __name__ == "__main__":
    tool.main([cases_commands, cases_dates, cases_dict, cases_files, cases_loading, cases_merge, cases_offsets, cases_query, cases_records, cases_streams])

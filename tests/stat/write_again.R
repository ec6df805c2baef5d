# Seconds that haven takes to write a .sav, .dta or .xpt again, the reading apart: Rscript write_again.R FILE
suppressMessages(library(haven))
path <- commandArgs(trailingOnly = TRUE)[1]
ending <- tools::file_ext(path)
table <- switch(ending, sav = read_sav(path, user_na = TRUE), dta = read_dta(path), xpt = read_xpt(path))
again <- paste0(path, ".again")
start <- proc.time()[["elapsed"]]
switch(ending, sav = write_sav(table, again), dta = write_dta(table, again, version = 14), xpt = write_xpt(table, again, version = 5, name = "QS"))
cat(proc.time()[["elapsed"]] - start, "\n")

"""Figures found and named, against tools that find numbers in Chinese text."""
